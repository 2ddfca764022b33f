import type { Words } from '../en/index.ts'
import { planForms } from './plan-forms.ts'
import { planHeed } from './plan-heed.ts'

/** The approver's window. */
export const plan: Words['plan'] = {
  title: 'Le plan exact',
  right: {
    access: 'Accès (article 15)',
    rectification: 'Rectification (article 16)',
    erasure: 'Effacement (article 17)',
    portability: 'Portabilité (article 20)',
    objection: 'Opposition (article 21)',
  },
  ground: {
    'gdpr-15': 'La personne le demande\u00a0: article 15 du RGPD, le droit d’accès.',
    'gdpr-20': 'La personne le demande\u00a0: article 20 du RGPD, le droit à la portabilité.',
    'gdpr-17-1': 'La personne le demande\u00a0: article 17(1) du RGPD, le droit à l’oubli.',
  },
  head: {
    due: (day) => `Échéance\u00a0: ${day}`,
    opener: (who) => `ouverte par ${who}`,
    digest: (start) => `empreinte ${start}…`,
  },
  person: {
    title: 'Qui est la personne',
    nobody: 'Elle n’a pas d’utilisateur dans Zendesk. Voici par quoi elle a été cherchée\u00a0:',
    terms: 'Elle a aussi été cherchée par ceci\u00a0:',
    identities: {
      one: (n) => `${n} adresse ou numéro dans le profil`,
      other: (n) => `${n} adresses et numéros dans le profil`,
    },
    more: {
      one: (n) => `et ${n} autre\u00a0: cliquez sur Voir à côté des utilisateurs, plus bas.`,
      other: (n) => `et ${n} autres\u00a0: cliquez sur Voir à côté des utilisateurs, plus bas.`,
    },
  },
  will: {
    title: 'Ce qui va se passer, dans cet ordre',
    nothing: 'Rien ne change dans Zendesk.',
    sum: {
      one: (n) => `En tout, *${n} ticket* est supprimé définitivement.`,
      other: (n) => `En tout, *${n} tickets* sont supprimés définitivement.`,
    },
    redactions: {
      one: (n) =>
        `*${n} caviardage\u00a0:* un commentaire, un message, ou l’objet et les champs d’un ticket compte une fois.`,
      other: (n) =>
        `*${n} caviardages\u00a0:* chaque commentaire, message, ou objet et champs d’un ticket compte une fois.`,
    },
    none: 'Aucun ticket n’est supprimé.',
    final: 'Irréversible.',
    see: 'Voir',
  },
  group: {
    tags: {
      one: (n) => `*Un marqueur est posé sur ${n} ticket* avant tout autre changement.`,
      other: (n) => `*Un marqueur est posé sur ${n} tickets* avant tout autre changement.`,
    },
    recordings: {
      one: (n) => `*L’enregistrement de ${n} appel est supprimé* dans un ticket qui reste.`,
      other: (n) =>
        `*Les enregistrements de ${n} appels sont supprimés* dans des tickets qui restent.`,
    },
    files: {
      one: (n) => `*${n} fichier est vidé*`,
      other: (n) => `*${n} fichiers sont vidés*`,
    },
    identities: {
      one: (n) => `*${n} adresse ou numéro est supprimé* chez un utilisateur qui reste.`,
      other: (n) => `*${n} adresses ou numéros sont supprimés* chez des utilisateurs qui restent.`,
    },
    tickets: {
      one: (n) => `*${n} ticket est supprimé définitivement.*`,
      other: (n) => `*${n} tickets sont supprimés définitivement.*`,
    },
    passages: {
      one: (n) => `*${n} passage est caviardé*`,
      other: (n) => `*${n} passages sont caviardés*`,
    },
    within: {
      one: (n) => `dans ${n} ticket qui reste.`,
      other: (n) => `dans ${n} tickets qui restent.`,
    },
    texts: {
      one: (n) =>
        `*L’objet ou les champs de ${n} ticket sont modifiés*, pour ne plus nommer la personne.`,
      other: (n) =>
        `*L’objet ou les champs de ${n} tickets sont modifiés*, pour ne plus nommer la personne.`,
    },
    mails: {
      one: (n) => `*${n} message suspendu est supprimé.*`,
      other: (n) => `*${n} messages suspendus sont supprimés.*`,
    },
    closings: {
      one: (n) =>
        `*${n} ticket de la personne, qui reste, est clos\u00a0:* Zendesk l’exige avant de supprimer l’utilisateur.`,
      other: (n) =>
        `*${n} tickets de la personne, qui restent, sont clos\u00a0:* Zendesk l’exige avant de supprimer l’utilisateur.`,
    },
    answer: (language) =>
      `*La personne reçoit une réponse* (${language}), sur le ticket de cette demande.`,
    'own-ticket': {
      gone: 'Une fois la réponse partie, *le ticket de cette demande est supprimé définitivement.*',
      changed: 'Une fois la réponse partie, *le ticket de cette demande est caviardé ou clos.*',
    },
    user: {
      one: (n) => `Enfin, *${n} utilisateur est supprimé, puis supprimé définitivement.*`,
      other: (n) => `Enfin, *${n} utilisateurs sont supprimés, puis supprimés définitivement.*`,
    },
    kept: {
      one: (n) => `${n} élément reste, bien qu’il puisse parler de la personne\u00a0:`,
      other: (n) => `${n} éléments restent, bien qu’ils puissent parler de la personne\u00a0:`,
    },
  },
  falls: {
    files: {
      one: (n) => `${n} fichier disparaît avec`,
      other: (n) => `${n} fichiers disparaissent avec`,
    },
    recordings: {
      one: (n) => `${n} enregistrement disparaît avec`,
      other: (n) => `${n} enregistrements disparaissent avec`,
    },
  },
  others: {
    one: (n) => `${n} d’entre eux est le ticket de quelqu’un d’autre.`,
    other: (n) => `${n} d’entre eux sont des tickets d’autrui.`,
  },
  stays: {
    title: 'Ce qui reste, et pourquoi',
    nothing: 'Rien de ce qui a été trouvé ne reste en l’état.',
    design:
      'Par construction\u00a0: le registre de ce service, ce qui a été fait et qui l’a approuvé, sans nom, adresse ni numéro de ticket.',
  },
  ...planHeed,
  agree: {
    title: 'Qui doit approuver',
    role: (role) => `*${role}*\u00a0:`,
    of: (part) => `${part} à ce jour`,
    lasts: (hours) =>
      `Une approbation vaut ${hours} heures. Celle de la personne qui a ouvert la demande ne compte pas.`,
    until: (when) => `Ce qui est approuvé à ce jour vaut jusqu’au ${when}.`,
  },
  count: {
    label: 'Combien de tickets sont supprimés définitivement\u00a0?',
    hint: 'Tapez le nombre indiqué par le plan. Cela montre que vous l’avez lu.',
  },
  submit: 'Approuver ce plan exact',
  no: {
    agreed:
      'Assez de personnes ont approuvé ce plan. Il est exécuté après la pause\u202f; Arrêter se trouve sur la carte.',
    begun: 'Ce plan est en cours d’exécution. Arrêter se trouve sur la carte.',
    reader: 'Vous pouvez lire ce plan, mais pas l’approuver\u00a0:',
  },
  button: {
    less: 'Approuver moins…',
    'turn-back': 'Renvoyer ou refuser…',
    hold: 'Conservation légale',
    first: '«\u00a0Début',
    previous: '‹ Précédente',
    next: 'Suivante ›',
    last: 'Fin\u00a0»',
  },
  hold: {
    title: 'Imposer une conservation légale\u00a0?',
    text: 'Plus rien n’est envoyé à Zendesk. Seul un approbateur qui n’a pas ouvert la demande peut la lever.',
    confirm: 'Imposer',
    deny: 'Laisser',
  },
  changed:
    'Le plan a changé depuis que vous l’avez ouvert. Voici celui qui vaut maintenant\u202f; lisez-le avant de décider. Rien n’a été approuvé.',
  over: 'Cette demande est terminée. On ne peut plus rien en décider.',
  none: {
    title: 'Il n’y a pas de plan à approuver en ce moment.',
    returned: (who) => `${who} l’a renvoyé\u00a0:`,
    declined: (who) => `${who} l’a refusé\u00a0:`,
    lead: (step) =>
      `C’est au tour du responsable du support\u00a0: ${step}. Un nouveau plan viendra ensuite.`,
    desk: 'J’y travaille. La carte dira quand un plan attend une approbation.',
  },
  ...planForms,
}
