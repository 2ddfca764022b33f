import type { Words } from '../../en/index.ts'
import { countIn, plural } from '../../format.ts'

const count = (n: number, one: string, other: string): string =>
  `${countIn('fr', n)} ${plural('fr', n, { one, other })}`

/** The five rights, as people call them. */
export const right: Words['desk']['right'] = {
  access: 'Accès',
  rectification: 'Rectification des données',
  erasure: 'Effacement',
  portability: 'Portabilité',
  objection: 'Opposition',
}

/** Where a request stands, by the step it is at. */
export const state: Words['desk']['state'] = {
  'find-people': 'Recherche de la personne',
  'confirm-people': 'Qui est la personne\u00a0?',
  'find-traces': 'Recherche de chaque trace',
  'decide-traces': 'Que devient chaque trace\u00a0?',
  plan: 'Écriture du plan',
  approve: 'En attente d’approbation',
  rehearse: 'Répétition sans écrire',
  pause: 'Pause avant la première écriture irréversible',
  tickets: 'Caviardage et suppression des tickets',
  answer: 'Réponse à la personne',
  'hand-over': 'La réponse est à remettre',
  'answer-leaves': 'La réponse part',
  'own-ticket': 'Suppression du ticket de la demande',
  user: 'Suppression de l’utilisateur',
  prove: 'Preuve du résultat',
  close: 'Clôture',
  seal: 'Oubli de la personne',
  halted: 'Arrêtée',
  waiting: 'En attente',
}

/** How a request ended. */
export const end: Words['desk']['end'] = {
  done: 'Faite',
  'partly-done': 'Faite en partie',
  rehearsed: 'Répétée\u00a0: rien n’a été écrit',
  cancelled: (why) => `Annulée\u00a0: ${why}`,
}

/** Why somebody stopped, cancelled, sent back or declined. */
export const reason: Words['desk']['reason'] = {
  mistake: 'ouverte par erreur',
  duplicate: 'une autre demande porte sur la même chose',
  withdrawn: 'la personne l’a retirée',
  'identity-unproven': 'l’identité n’est pas prouvée',
  'fraud-suspected': 'une fraude est soupçonnée',
  'no-match': 'personne n’a été trouvé',
  unfounded: 'manifestement infondée ou excessive (article 12, paragraphe 5)',
  'exception-17-3': 'les données doivent être conservées (article 17, paragraphe 3)',
  'out-of-scope': 'hors du périmètre',
  'routed-elsewhere': 'transmise ailleurs',
  'wrong-person': 'ce n’est pas la bonne personne',
  'too-much': 'cela va trop loin',
  'too-little': 'il en reste trop',
  'keep-legal': 'la loi nous demande d’en conserver une partie',
  'others-rights': 'cela touche aux droits d’autrui',
  unclear: 'le plan ne permet pas de juger',
  other: 'un autre motif',
}

/** Why approvals no longer count. */
export const lapse: Words['desk']['lapse'] = {
  expired: 'elle date de trop longtemps',
  excluded: 'la politique exclut désormais son auteur',
  'role-lost': 'son auteur n’a plus le rôle',
  'quorum-raised': 'la politique en demande davantage',
}

/** The buttons of the card. */
export const button: Words['desk']['button'] = {
  review: 'Examiner',
  plan: 'Lire le plan',
  stop: 'Arrêter',
  'go-on': 'Reprendre',
  answer: 'Remettre la réponse',
  restore: 'Restaurer…',
  'end-partly': 'Terminer en partie',
  cancel: 'Annuler…',
  certificate: 'Certificat',
  history: 'Historique',
}

/** What is asked before a button counts. */
export const ask: Words['desk']['ask'] = {
  stop: 'Arrêter cette demande\u00a0?',
  'stop-now':
    'Plus rien n’est envoyé à Zendesk. Ce qui est fait reste fait\u00a0; la demande peut reprendre plus tard.',
  'stop-after': (n) =>
    `Un appel de ${count(n, 'opération', 'opérations')} est en cours\u00a0: l’arrêt vient après. Ce qui est fait reste fait\u00a0; la demande peut reprendre plus tard.`,
  'stop-yes': 'Arrêter',
  restore: 'Restaurer les tickets supprimés\u00a0?',
  'restore-text': (n) =>
    `${count(n, 'ticket est repris', 'tickets sont repris')} dans la corbeille de Zendesk. Ne peuvent revenir\u00a0: les tickets archivés, ce qui est supprimé définitivement, ce qui a été caviardé, les utilisateurs. Si la demande reprend, le responsable tranche à nouveau.`,
  'restore-yes': 'Restaurer',
  'end-partly': 'La terminer en partie\u00a0?',
  'end-partly-text':
    'Ce qui n’a pas été exécuté ne le sera pas. Les données de la personne sont oubliées ici, le journal dit ce qui est resté. C’est définitif.',
  'end-partly-yes': 'Terminer',
  no: 'Laisser',
}

/** What somebody who pressed a button is told. */
export const did: Words['desk']['did'] = {
  stop: 'Arrêtée. Plus rien n’est envoyé. La carte porte le bouton pour reprendre.',
  'go-on': 'Elle reprend.',
  'end-partly': 'Terminée en partie. Le certificat suit dans le fil.',
}

/** The lines of the card. */
export const card: Words['desk']['card'] = {
  turn: (who) => `À qui le tour\u00a0: ${who}`,
  more: (n) => `et ${count(n, 'autre', 'autres')}`,
  bot: 'À personne d’agir\u00a0: je travaille',
  nobody: 'À personne d’agir',
  until: (when) => `jusqu’au ${when}`,
  due: (date, left) => `Échéance le ${date} (${left})`,
  left: (days) => `dans ${count(days, 'jour', 'jours')}`,
  today: 'aujourd’hui',
  late: (days) => `${count(days, 'jour', 'jours')} de retard`,
  candidates: (n) => count(n, 'utilisateur trouvé', 'utilisateurs trouvés'),
  confirmed: (n) => count(n, 'utilisateur confirmé', 'utilisateurs confirmés'),
  found: (n) => count(n, 'ticket trouvé', 'tickets trouvés'),
  open: (n) => `${countIn('fr', n)} à trancher par un humain`,
  operations: (n) => count(n, 'opération au plan', 'opérations au plan'),
  going: (n) => count(n, 'ticket part définitivement', 'tickets partent définitivement'),
  redactions: (n) => count(n, 'caviardage', 'caviardages'),
  mails: (n) => count(n, 'message suspendu part', 'messages suspendus partent'),
  users: (n) => count(n, 'utilisateur part définitivement', 'utilisateurs partent définitivement'),
  kept: (n) => count(n, 'conservé', 'conservés'),
  approvals: (done, of, role) => `Approbations\u00a0: ${done} sur ${of} (${role})`,
  by: (who) => `Approuvé par ${who}`,
  progress: (done, of) => `${done} sur ${of}`,
  rate: (n) => `${countIn('fr', n)} par minute`,
  remaining: (minutes) => `encore ${count(minutes, 'minute', 'minutes')} environ`,
  seconds: 'encore moins d’une minute',
  rehearsal: 'Répétition\u00a0: rien n’est écrit dans Zendesk.',
  paused:
    'Tout le service est en pause\u00a0: rien n’est envoyé à Zendesk tant que personne ne tape /rights reprendre.',
  returned: (who, why) => `Renvoyée par ${who}\u00a0: ${why}.`,
  declined: (who, why) => `Refusée par ${who}\u00a0: ${why}.`,
  sealed: 'Scellée\u00a0: il ne reste rien de la personne ici. Le journal demeure.',
  summary: (name, state_) => `${name}\u00a0: ${state_}`,
}

/** How operations ended. */
export const outcome: Words['desk']['outcome'] = {
  done: (n) => count(n, 'faite', 'faites'),
  already: (n) => `${countIn('fr', n)} sans objet, déjà parties`,
  rejected: (n) => count(n, 'refusée par Zendesk', 'refusées par Zendesk'),
  drifted: (n) => count(n, 'changée entre-temps et laissée', 'changées entre-temps et laissées'),
  left: (n) => count(n, 'non exécutée', 'non exécutées'),
  'would-go': (n) => count(n, 'aurait eu lieu', 'auraient eu lieu'),
  'would-drift': (n) => count(n, 'a changé depuis', 'ont changé depuis'),
  held: (n) => `${countIn('fr', n)} sous conservation légale`,
  gone: (n) => count(n, 'déjà partie', 'déjà parties'),
  kept: (n) => count(n, 'conservé', 'conservés'),
}
