import type { Words } from '../en/index.ts'

/** The approver's other windows: pages, leaving out, turning back, and what comes after. */
export const planForms: Pick<
  Words['plan'],
  'page' | 'why' | 'whyElse' | 'less' | 'back' | 'reason' | 'after'
> = {
  page: {
    title: {
      tags: 'Marqueurs',
      recordings: 'Enregistrements',
      files: 'Fichiers',
      identities: 'Adresses, numéros',
      tickets: 'Supprimés',
      passages: 'Caviardages',
      texts: 'Objets et champs',
      mails: 'Messages suspendus',
      closings: 'Clos',
      answer: 'La réponse',
      'own-ticket': 'Ticket de la demande',
      user: 'Les utilisateurs',
      kept: 'Ce qui reste',
    },
    of: (page) => `Page\u00a0${page}`,
    entries: { one: (n) => `${n} élément`, other: (n) => `${n} éléments` },
    ticket: (id) => `Ticket n°\u00a0${id}`,
    mail: (id) => `Message suspendu ${id}`,
    user: (id) => `Utilisateur ${id}`,
    continued: '(suite)',
    requester: (name) => `de ${name}`,
    about: (name) => `concerne ${name}`,
    others: 'ticket de quelqu’un d’autre',
    why: (why) => `Pourquoi\u00a0: ${why}`,
    by: 'décidé par',
    subject: 'Objet\u00a0:',
    field: (id) => `Champ ${id}\u00a0:`,
    emptied: '(vidé)',
  },
  why: {
    answer: 'la personne doit savoir ce qui a été fait (article 12(3))',
    'the-person': 'c’est la personne',
    'requester-goes': 'son demandeur est supprimé, et il est encore ouvert',
    'files-not-opened': 'personne n’a ouvert ses fichiers ou enregistrements',
    'left-out-by-approver': 'un approbateur l’a retiré du plan',
    'policy-tag': 'pour que les règles du compte laissent ce ticket de côté',
    'behind-a-link':
      'une adresse derrière un lien\u00a0: l’ancien caviardage n’atteint que ce qui se lit',
    'voice-comment':
      'l’enregistrement part\u202f; le commentaire dit encore qui a appelé qui, et quand',
    'recording-needs-admin':
      'seul un administrateur peut supprimer son enregistrement, et nos identifiants ne sont pas ceux d’un administrateur',
    'only-this-address': 'seuls cette adresse ou ce numéro doivent partir',
    'user-stays': 'seuls des adresses ou des numéros de cet utilisateur partent',
    'waits-for-closing':
      'il reste ouvert jusqu’à ce que ceux qui le traitent le closent\u202f; l’utilisateur part ensuite',
    'out-of-reach':
      'expéditeurs, noms de fichiers ou textes d’un ticket clos\u00a0: Zendesk ne peut pas les caviarder',
  },
  whyElse: (code) => `le motif ${code}`,
  less: {
    title: 'Approuver moins',
    intro:
      'Ce que vous retirez reste en l’état. Le reste devient un nouveau plan, plus court, que vous approuvez ainsi. Qui avait approuvé le plan plus long doit aussi approuver le nouveau.',
    cannot:
      'Ne sont pas proposés, car Zendesk refuserait alors de supprimer l’utilisateur, ou la personne ne saurait rien\u00a0: les tickets ouverts, les clôtures, la réponse, le ticket de la demande, les utilisateurs. Pour eux, renvoyez le plan.',
    menu: 'Retirer du plan',
    menuHint: 'Tapez une partie du numéro de ticket. 100 lignes au plus s’affichent à la fois.',
    choose: 'Numéros de tickets',
    now: {
      one: (n) =>
        `Le plan supprime définitivement *${n} ticket*. Retirez-en un si vous le retirez\u202f; les caviardages et messages suspendus ne comptent pas.`,
      other: (n) =>
        `Le plan supprime définitivement *${n} tickets*. Retirez-en un pour chaque ticket que vous retirez\u202f; les caviardages et messages suspendus ne comptent pas.`,
    },
    label: 'Combien de tickets sont encore supprimés définitivement\u00a0?',
    hint: 'Tapez ce qui reste, pas le nombre du plan plus long. Cela montre que vous avez compté.',
    wrong:
      'Ce n’est pas le nombre qui reste. Retirez-en un pour chaque ticket retiré qui aurait été supprimé.',
    submit: 'Approuver le reste',
    option: {
      recordings: 'enregistrement supprimé',
      files: 'fichier vidé',
      tickets: 'supprimé définitivement',
      passages: {
        one: (n) => `${n} passage caviardé`,
        other: (n) => `${n} passages caviardés`,
      },
      comment: (part) => `commentaire ${part}`,
      texts: 'objet ou champs modifiés',
      mails: 'supprimé',
    },
  },
  back: {
    title: 'Renvoyer ou refuser',
    how: 'Que doit-il se passer\u00a0?',
    'sent-back': 'Renvoyer le plan',
    'sent-back-means': 'À faire autrement\u00a0: le responsable décide de nouveau.',
    declined: 'Refuser le plan',
    'declined-means': 'Cela ne doit pas se faire du tout.',
    reason: 'Pourquoi\u00a0?',
    reasonHint:
      'Seul ce motif est gardé et montré. Dites le reste vous-même au responsable, sans données personnelles dans le canal.',
    choose: 'Choisissez un motif',
    submit: 'Donner mon refus',
  },
  reason: {
    'wrong-person': 'ce n’est pas la bonne personne',
    'too-much': 'le plan va trop loin',
    'too-little': 'le plan laisse trop de choses',
    'others-rights': 'cela touche aux droits d’autrui',
    unclear: 'le plan ne permet pas d’en juger',
  },
  after: {
    title: 'C’est fait',
    approved: 'Vous avez approuvé ce plan exact.',
    less: 'Vous avez approuvé le plan réduit. Il remplace le plus long.',
    met: 'Personne d’autre n’est nécessaire.',
    missing: (what) => `Doivent encore approuver\u00a0: ${what}. Le plan se trouve sur la carte.`,
    more: (n) => `encore ${n}`,
    expires: (when) => `Votre approbation vaut jusqu’au ${when}.`,
    pause: (when) =>
      `Rien n’est envoyé avant le ${when}. D’ici là, Arrêter, sur la carte, sauve encore tout.`,
    soon: 'L’exécution commence. Arrêter se trouve sur la carte.',
    halted: 'La demande est à l’arrêt. Elle reprendra quand quelqu’un la relancera, sur la carte.',
    'sent-back': 'Vous avez renvoyé le plan.',
    declined: 'Vous avez refusé le plan.',
    lead: (who) =>
      `C’est au tour du responsable du support (demande ouverte par ${who}). Un nouveau plan reviendra aux approbateurs.`,
    held: 'Vous avez imposé une conservation légale.',
    lifting:
      'Plus rien n’est envoyé. Un approbateur qui n’a pas ouvert la demande peut la relancer, sur la carte.',
  },
}
