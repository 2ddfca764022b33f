import type { Words } from '../../en/index.ts'
import { countIn, plural } from '../../format.ts'

const count = (n: number, one: string, other: string): string =>
  `${countIn('fr', n)} ${plural('fr', n, { one, other })}`

/** The App Home. */
export const home: Words['desk']['home'] = {
  title: 'Droits des personnes',
  waiting: 'Vous attendent',
  mine: 'Ouvertes par vous',
  soon: 'Échéance sous une semaine',
  all: 'Toutes les demandes en cours',
  'nothing-waits': 'Rien ne vous attend.',
  'nothing-mine':
    'Aucune des vôtres n’est en cours. Tapez /rights-erase 48213 avec le numéro du ticket par lequel une demande est arrivée.',
  'nothing-soon': 'Aucune échéance dans la semaine.',
  'nothing-open':
    'Aucune demande n’est en cours. Un responsable en ouvre une avec /rights-erase 48213, le numéro du ticket par lequel elle est arrivée.',
  more: (n) =>
    `et ${countIn('fr', n)} de plus\u00a0: tapez /rights liste, ou voyez le canal des demandes.`,
  'no-role':
    'Vous n’avez aucun rôle ici, il n’y a donc rien à voir. Qui tient la politique peut vous en donner un. /rights aide dit ce que je fais.',
}

/** The window that cancels a request. */
export const cancelling: Words['desk']['cancelling'] = {
  title: 'Annuler la demande',
  text: (name) =>
    `${name} s’arrête ici. Rien n’a été exécuté\u00a0; ce qui a été trouvé est oublié, le journal demeure.`,
  reason: 'Pourquoi\u00a0?',
  choose: 'Choisissez un motif',
  submit: 'L’annuler',
  close: 'La laisser ouverte',
}

/** The window with the answer that a lead hands over. */
export const answering: Words['desk']['answering'] = {
  title: 'La réponse',
  text: (name) =>
    `La réponse de ${name}. Remettez-la telle quelle à la personne\u00a0: par e-mail, courrier ou téléphone. La dernière ligne est le reçu par lequel la demande pourra être prouvée plus tard.`,
  each: (name, people) =>
    `Les réponses de ${name}\u00a0: ${count(people, 'personne est informée', 'personnes sont informées')} par vos soins, chacune à part. Remettez à chaque personne exactement le texte sous son nom, et celui de personne d’autre\u00a0: la dernière ligne est son propre reçu, par lequel sa demande pourra être prouvée plus tard.`,
  page: (page, of) => `Page ${page} sur ${of}`,
  'not-all': 'Une fois toutes les pages ouvertes, vous pourrez dire ici que chacun a la sienne.',
  submit: 'Je l’ai remise',
  'submit-all': 'Je les ai remises',
  close: 'Pas encore',
}

/** The history of a request. */
export const history: Words['desk']['history'] = {
  title: 'Historique',
  page: (page, of) => `Page ${page} sur ${of}, la plus récente d’abord`,
  newer: 'Plus récent',
  older: 'Plus ancien',
  bot: 'Le robot',
}

/** What is said at the end, from the log alone. */
export const certificate: Words['desk']['certificate'] = {
  title: 'Certificat',
  heading: (number) => `Certificat de ${number}`,
  was: (right_, how) => `*${right_}*\u00a0: *${how}*`,
  rehearsal: 'C’était une répétition\u00a0: rien n’a été écrit dans Zendesk.',
  dates: (received, opened, closed) =>
    `Reçue le ${received}, ouverte le ${opened}, close le ${closed}.`,
  inTime: (date) => `Dans les temps\u00a0: l’échéance était le ${date}.`,
  late: (date) => `En retard\u00a0: l’échéance était le ${date}.`,
  people: 'Qui a fait quoi',
  done: 'Ce qui a été fait',
  nothing: 'Rien n’a été exécuté.',
  plan: (digest, named, ended) =>
    `Plan ${digest}, tel qu’approuvé\u00a0: ${named}. De ses opérations\u00a0: ${ended}.`,
  proof: 'Comment c’est prouvé',
  'not-proved': 'Le résultat n’a pas été prouvé\u00a0: la demande s’est terminée avant.',
  scanned: (terms, scanned) =>
    `${terms} termes cherchés\u00a0; ${scanned} tickets lus du premier au dernier commentaire.`,
  searched: (places, mails) =>
    `Cherché dans ${places} listes et recherches, et dans ${mails} e-mails retenus par Zendesk.`,
  'mails-refused': (places) =>
    `Cherché dans ${places} listes et recherches. Les e-mails retenus par Zendesk n’ont pas pu être consultés\u00a0: notre compte n’a pas le droit de les lire, donc rien n’est prouvé à leur sujet.`,
  files: (seen, unopened) =>
    `Fichiers et enregistrements des tickets qui restent\u00a0: vus par quelqu’un, ${seen}\u00a0; jamais ouverts, ${unopened}. Aucune recherche ne voit ce que montre une image ou ce que dit une voix.`,
  again: 'Vérifié de nouveau plus tard',
  returned: 'Qui est là avec une telle adresse\u00a0:',
  hits: (explained, unexplained) =>
    `Endroits où l’un d’eux figure encore\u00a0: ${explained} qu’une décision humaine explique, ${unexplained} qu’aucune décision n’explique.`,
  products: (n) =>
    `Produits de Zendesk qui supprimaient encore à la fin\u00a0: ${countIn('fr', n)}.`,
  stays: 'Ce qui reste par conception',
  'stays-log':
    'Le journal\u00a0: qui a fait quoi et quand, des nombres, des codes et des empreintes. Ni nom, ni adresse, ni texte de la personne.',
  'stays-stub': (date) =>
    `Jusqu’au ${date}\u00a0: ce qui reconnaît une demande ultérieure de la même personne, sous sa propre clé.`,
  'stays-kept': (n) =>
    `Dans Zendesk\u00a0: ${count(n, 'objet', 'objets')} que le plan laisse en l’état, chacun avec son motif.`,
  'stays-copies': 'Les e-mails déjà partis, et les sauvegardes, qui expirent d’elles-mêmes.',
  evidence: 'Comment le contrôler',
  digests: 'Empreintes des plans approuvés\u00a0:',
  head: (entries, hash) =>
    `Le journal a ${count(entries, 'entrée', 'entrées')}\u00a0; sa tête est ${hash}`,
  verify:
    'Sur la machine qui tient le journal\u00a0: `npm run verify -- <dossier de données> --anchors <export du canal d’audit>`. Ni le robot ni aucune clé n’est nécessaire, et chaque défaut est nommé. Les têtes publiées dans ce canal sont le témoin extérieur.',
  open: 'La demande n’est pas encore scellée\u00a0: voici où elle en est.',
}
