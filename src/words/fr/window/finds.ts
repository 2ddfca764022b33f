import type { Words } from '../../en/index.ts'
import { countIn, plural } from '../../format.ts'

type Window = Words['window']

const count = (n: number, one: string, other: string): string =>
  `${countIn('fr', n)} ${plural('fr', n, { one, other })}`

/** What is said of one find. */
export const find: Window['find'] = {
  ticket: (id) => `Ticket n°\u00a0${id}`,
  mail: (id) => `Message suspendu ${id}`,
  untitled: 'sans objet',
  by: (name) => `de ${name}`,
  unknown: 'quelqu’un d’inconnu',
  via: (ways) => `Trouvé par\u00a0: ${ways}`,
  delete: 'Supprimé définitivement',
  redact: 'Caviardé',
  give: 'Remis en entier',
  excerpt: 'Seuls les passages sont remis',
  withhold: 'Non remis',
  keep: 'Reste',
  open: 'À vous de décider',
  files: (n) => count(n, 'fichier', 'fichiers'),
  recordings: (n) => count(n, 'enregistrement', 'enregistrements'),
  falls: (what) => `avec lui\u00a0: ${what}`,
  unopened: (what) => `personne n’a ouvert\u00a0: ${what}`,
  passages: (n) => count(n, 'passage nomme la personne', 'passages nomment la personne'),
  becomes: 'devient',
  stays: 'reste',
  round: (n) => `Trouvé au tour ${countIn('fr', n)}`,
  see: 'Voir dans Zendesk',
  fixed: 'reste\u00a0: Zendesk ne permet pas de le caviarder',
  whole: 'le commentaire entier',
}

/** Why something is proposed or decided. */
export const reason: Window['reason'] = {
  'legal-hold': 'une conservation légale porte dessus',
  'person-held': 'une conservation légale porte sur la personne',
  unreadable: 'Zendesk ne nous laisse pas le lire',
  'own-ticket': 'le ticket de la personne',
  'other-sender': 'envoyé de l’adresse de la personne sous un autre nom',
  'others-ticket': 'le ticket d’autrui, qui nomme la personne',
  'no-trace': 'rien n’y nomme la personne',
  'cannot-be-redacted': 'clos, et rien n’y peut être caviardé sur ce compte',
  'out-of-reach': 'ce qui accompagnait le texte ne peut pas être caviardé',
  'written-by-the-person': 'la personne y a écrit un commentaire',
  namesake: 'quelqu’un d’autre du même nom',
  'weak-passages': 'un nom seulement, ou une partie d’un mot plus long',
  'text-stands-elsewhere': 'le même texte y désigne aussi autre chose',
  'changed-since-kept': 'il a changé depuis que quelqu’un l’a conservé',
  'left-before': 'quelqu’un l’a laissé en place auparavant',
  'suspended-mail': 'un message suspendu, de la personne ou sur elle',
  'about-the-person': 'cela parle de la personne',
  'others-rights': 'cela révélerait ce qui appartient à d’autres (article 15, paragraphe 4)',
  'trade-secret': 'c’est un secret des affaires (article 15, paragraphe 4)',
  'somebody-else': 'cela parle de quelqu’un d’autre',
  'only-about-the-person': 'tout y parle de la personne',
  'requester-asked': 'son demandeur veut aussi qu’il parte',
  'legal-obligation': 'la loi nous oblige à le garder (article 17(3)(b))',
  'legal-claims': 'il sert à des droits en justice (article 17(3)(e))',
  expression: 'liberté d’expression et d’information (article 17(3)(a))',
  archive: 'archives ou recherche d’intérêt public (article 17(3)(d))',
}

/** What led to a ticket. */
export const via: Window['via'] = {
  requested: 'demandé par la personne',
  ccd: 'la personne est en copie',
  followed: 'la personne le suit',
  assigned: 'attribué à la personne',
  commented: 'la personne y a écrit',
  asked: 'le ticket de la demande',
  'seen-before': 'vu lors d’une recherche précédente',
  rated: 'son évaluation nomme la personne',
  'search-email': 'recherche d’une adresse e-mail',
  'search-phone': 'recherche d’un téléphone',
  'search-name': 'recherche d’un nom',
  'search-handle': 'recherche d’un pseudonyme',
  'search-external-id': 'recherche de l’identifiant externe',
  'search-user-id': 'recherche de l’identifiant d’utilisateur',
  'search-other': 'recherche d’un terme de votre choix',
}

/** Zendesk's words for where a ticket stands. */
export const status: Window['status'] = {
  new: 'nouveau',
  open: 'ouvert',
  pending: 'en attente',
  hold: 'en pause',
  solved: 'résolu',
  closed: 'clos',
  unknown: 'statut inconnu',
}

/** What kind of thing names the person. */
export const kind: Window['kind'] = {
  email: 'adresse e-mail',
  phone: 'téléphone',
  name: 'nom',
  handle: 'pseudonyme',
  'external-id': 'identifiant externe',
  'user-id': 'identifiant d’utilisateur',
  other: 'autre chose',
}

/** Where a passage stands. */
export const where: Window['where'] = {
  comment: 'dans un commentaire',
  written: 'un commentaire de la personne',
  envelope: 'accompagnait le texte',
  subject: 'dans l’objet',
  field: 'dans un champ',
  author: 'son expéditeur',
  content: 'dans le message',
  rating: 'dans le commentaire d’une évaluation',
  'side-conversation': 'dans une conversation annexe',
  history: 'dans l’historique du ticket',
  transcript: 'dans la transcription d’un appel',
  chat: 'dans un message de discussion',
}
