import type { Words } from '../../en/index.ts'
import { countIn, plural } from '../../format.ts'

const count = (n: number, one: string, other: string): string =>
  `${countIn('fr', n)} ${plural('fr', n, { one, other })}`

/** What happened to a request: the lines of its thread, of its history, of its certificate. */
export const event: Words['desk']['event'] = {
  said: (who, what) => `${who}\u00a0: ${what}`,
  opened: (received, due) => `Ouverte. Reçue le ${received}, échéance le ${due}.`,
  rehearsal: 'C’est une répétition\u00a0: rien ne sera écrit dans Zendesk.',
  people: (n) =>
    `${count(n, 'utilisateur trouvé', 'utilisateurs trouvés')} qui ${plural('fr', n, { one: 'peut', other: 'peuvent' })} être la personne.`,
  confirmed: (n) =>
    `Confirmé\u00a0: ${count(n, 'utilisateur est', 'utilisateurs sont')} la personne.`,
  traces: (tickets, open) =>
    `Tickets trouvés\u00a0: ${tickets}, dont ${open} à trancher par un humain.`,
  decided: (gone, redacted, kept) =>
    `Décidé\u00a0: ${gone} à supprimer, ${redacted} à caviarder, ${kept} à conserver.`,
  again: 'Il y a du nouveau à chercher\u00a0: je regarde encore une fois.',
  planned: (operations) =>
    `Le plan est écrit\u00a0: ${count(operations, 'opération', 'opérations')}.`,
  narrowed: (operations) =>
    `Le plan a été réduit\u00a0: ${count(operations, 'opération', 'opérations')}.`,
  digest: (start) => `Empreinte ${start}`,
  viewed: 'A ouvert ce qui a été trouvé, ou le plan.',
  approved: (k, n, role) => `Approuvé\u00a0: ${k} sur ${n} (${role}).`,
  'sent-back': (why) => `Renvoyé au responsable\u00a0: ${why}.`,
  declined: (why) => `Refusé\u00a0: ${why}.`,
  agreed: 'Toutes les approbations sont là\u00a0: ce plan exact peut être exécuté.',
  collected: (tickets, files) =>
    `Lu pour le dossier\u00a0: tickets\u00a0: ${tickets}, fichiers\u00a0: ${files}.`,
  built: (digest) => `Le dossier est prêt à être examiné\u00a0: ${digest}.`,
  linked: (until) => `Un lien vers le dossier a été créé\u00a0; il prend fin le ${until}.`,
  'linked-organisation': (until) =>
    `Un lien pour un autre organisme a été créé, à la demande de la personne\u00a0; il prend fin le ${until}.`,
  visit: {
    seen: 'La page du lien a été ouverte.',
    downloaded: 'Un téléchargement a commencé.',
    resumed: 'Un téléchargement a repris là où il s’était interrompu.',
    completed: 'Un téléchargement est arrivé à son terme.',
    'wrong-passphrase': 'Une phrase secrète erronée a été saisie.',
    refused: 'Un lien qui ne mène plus nulle part a été essayé.',
  },
  extended: (until) => `Le lien a été prolongé jusqu’au ${until}.`,
  unlinked: {
    expired: 'Le lien a expiré.',
    revoked: 'Le lien a été révoqué.',
    exhausted: 'Le lien est épuisé.',
    guessed: 'Le lien a été fermé\u00a0: trop de phrases secrètes erronées.',
    erased: 'Le lien a été fermé\u00a0: la personne a été effacée.',
    sealed: 'Le lien a été fermé avec la demande.',
    other: 'Le lien a été fermé.',
  },
  lapsed: (why) => `Les approbations ne suffisent plus\u00a0: ${why}. Plus rien n’est envoyé.`,
  revoked: (who, why) => `L’approbation de ${who} ne compte plus\u00a0: ${why}.`,
  pause: (until) => `Pause jusqu’au ${until}\u00a0: Arrêter sauve encore tout.`,
  products: (until) =>
    `Zendesk supprime encore dans certains de ses produits. Je regarde de nouveau, au plus tard jusqu’au ${until}.`,
  'answer-leaves': (until) => `La réponse a jusqu’au ${until} pour partir.`,
  slept: (what, until) => `Attente jusqu’au ${until} (${what}).`,
  woke: (what) => `L’attente est finie (${what}).`,
  begun: 'L’exécution a commencé.',
  phase: (step, counts) => `${step}\u00a0: ${counts}.`,
  intended: (operations) =>
    `Un appel de ${count(operations, 'opération', 'opérations')} allait être fait.`,
  submitted: 'Zendesk a pris l’appel comme tâche.',
  settled: (counts) => `Un appel s’est terminé\u00a0: ${counts}.`,
  'not-applied': (n) => `${countIn('fr', n)} à réessayer`,
  'open-tickets': (n) =>
    `Zendesk ne supprime pas l’utilisateur\u00a0: demandeur de ${count(n, 'ticket qui n’est pas clos', 'tickets qui ne sont pas clos')}. Décidez de nouveau\u00a0: supprimez-les, fermez-les, ou laissez la demande attendre que ceux qui les traitent les closent.`,
  rejected: {
    'still-there':
      'Zendesk a dit oui, et ce qui devait partir s’y trouve encore après plusieurs essais. Regardez dans Zendesk, puis décidez de nouveau.',
    'chat-goes-on':
      'Un chat ne peut être caviardé\u00a0: il est encore en cours, ou date d’avant mars 2020. Terminez-le dans Zendesk, ou supprimez son ticket, puis décidez de nouveau.',
    'user-refused':
      'Zendesk ne supprime pas cet utilisateur\u00a0: le propriétaire du compte, un substitut du partage de tickets ou un utilisateur de l’ancien Chat. Regardez dans Zendesk (un propriétaire transfère d’abord la propriété), puis décidez de nouveau.',
    'closing-refused':
      'Zendesk ne clôt pas un ticket\u00a0: un champ est peut-être obligatoire, ou une règle l’interdit. Remplissez-le ou clôturez-le dans Zendesk, puis décidez de nouveau.',
    'address-refused':
      'Zendesk ne retire pas une adresse à l’utilisateur\u00a0: c’est peut-être la principale. Rendez-en une autre principale dans Zendesk, puis décidez de nouveau.',
    'zendesk-403':
      'Zendesk n’y autorise pas nos identifiants\u00a0: leur rôle ne permet ni de supprimer ni de caviarder, ou l’espace de travail d’agent est désactivé. Faites-leur donner ce droit par un administrateur, puis décidez de nouveau.',
    'job-refused':
      'Une tâche de Zendesk refuse sans cesse un changement. Regardez le ticket ou l’utilisateur dans Zendesk, puis décidez de nouveau.',
  },
  refused: (code) =>
    `Zendesk a refusé quelque chose (${code}). Regardez dans Zendesk, puis décidez de nouveau.`,
  'read-back': 'Relu après la perte de sa réponse.',
  stop: 'Arrêtée\u00a0: plus rien n’est envoyé.',
  stopped: (why) => `Arrêtée\u00a0: ${why}`,
  halted: (why) => `À l’arrêt\u00a0: ${why}`,
  so: (done, of) => `${done} opérations sur ${of} étaient alors terminées.`,
  continued: 'Reprend.',
  'handed-over': 'La réponse a été remise à la personne par l’équipe.',
  proved: (terms, scanned, explained) =>
    `Nouvelle recherche de ${terms} termes dans ${scanned} tickets\u00a0: il ne reste rien qu’aucune décision n’explique (${explained} qu’une décision explique).`,
  unproved: (n) =>
    `Nouvelle recherche\u00a0: ${count(n, 'trace', 'traces')} qu’aucune décision n’explique. Retour au responsable.`,
  'products-open': (n) =>
    `${count(n, 'personne n’est pas encore supprimée', 'personnes ne sont pas encore supprimées')} dans tous les produits de Zendesk.`,
  closed: (how) => `Close\u00a0: ${how}.`,
  sealed:
    'Scellée\u00a0: le coffre et sa clé ont disparu, il ne reste rien de la personne ici. Le journal demeure.',
  stub: (date) =>
    `Ce qui reconnaît une demande ultérieure de la même personne est gardé jusqu’au ${date}.`,
  'still-gone': (days) =>
    `Nouvelle vérification après ${count(days, 'jour', 'jours')}\u00a0: personne n’a d’adresse de cette personne.`,
  returned: (days, users) =>
    `Nouvelle vérification après ${count(days, 'jour', 'jours')}\u00a0: ${count(users, 'utilisateur a', 'utilisateurs ont')} une adresse de cette personne. Le certificat dit de qui il s’agit\u00a0: la personne a pu réécrire, ou un programme a ramené ses données.`,
  restoring: (n) =>
    `${count(n, 'ticket supprimé doit', 'tickets supprimés doivent')} être restauré${n > 1 ? 's' : ''}\u00a0: Zendesk en est prié.`,
  restored: (n, left) =>
    left === 0
      ? `${count(n, 'ticket est restauré', 'tickets sont restaurés')}.`
      : `${count(n, 'ticket est restauré', 'tickets sont restaurés')}\u202f; ${countIn('fr', left)} ne peuvent l’être\u00a0: archivés, ou disparus pour de bon.`,
  'turned-away': (deed, why) => `Refoulé de «\u00a0${deed}\u00a0»\u00a0: ${why}`,
  posted: 'La carte a été publiée.',
  paused: (who) =>
    `${who} a mis le service en pause\u00a0: rien n’est envoyé à Zendesk, pour aucune demande, tant que personne ne tape /rights reprendre.`,
  resumed: (who) => `${who} laisse le service reprendre.`,
  started: 'Le service a démarré.',
  ruled: 'La politique a changé.',
  'tail-cut': 'Une demi-ligne laissée par une panne a été coupée.',
}
