import type { Words } from '../../en/index.ts'
import { countIn, plural } from '../../format.ts'

type Window = Words['window']

const count = (n: number, one: string, other: string): string =>
  `${countIn('fr', n)} ${plural('fr', n, { one, other })}`

/** What speaks for or against that a user is the person, or that a ticket is about them. */
export const evidence: Window['evidence'] = {
  'same-email': 'l’adresse e-mail est la même',
  'same-phone': 'le téléphone est le même',
  'same-name': 'le nom est le même',
  'same-organisation': 'l’entreprise est la même',
  'only-name': 'seul le nom est le même',
  'other-email': 'a une autre adresse e-mail',
  'other-phone': 'a un autre téléphone',
  'other-organisation': 'est d’une autre entreprise',
  'strong-term': 'une adresse, un numéro ou un identifiant de la personne y figure',
  'written-by-the-person': 'la personne y a écrit',
  'answers-his-ticket': 'il fait suite à un ticket de la personne',
  'namesake-requester': 'son demandeur porte le même nom',
  'other-address-beside': 'l’adresse de quelqu’un d’autre figure à côté du nom',
  'other-sender-name': 'il a été envoyé sous un autre nom',
  'other-locale': 'utilise une autre langue',
  'verified-address': 'l’adresse e-mail est confirmée',
}

/** Places that were looked at. */
export const source: Window['source'] = {
  requested: 'les tickets de la personne',
  ccd: 'les tickets dont la personne est en copie',
  followed: 'les tickets que la personne suit',
  assigned: 'les tickets attribués à la personne',
  commented: 'tickets où la personne a écrit',
  search: 'la recherche de Zendesk',
  suspended: 'les messages suspendus',
  ratings: 'les commentaires des évaluations',
  'side-conversations': 'les conversations annexes',
  history: 'l’historique des tickets',
  transcripts: 'les transcriptions d’appels',
  chats: 'messages de discussion',
  'conversation-logs': 'journaux de conversation',
  rules: 'déclencheurs et automatismes',
  webhooks: 'webhooks (appels à d’autres systèmes)',
}

/** What the account does by itself, and what could not be looked at. */
export const around: Window['around'] = {
  rules: (n) =>
    `${count(n, 'règle du compte réagit', 'règles du compte réagissent')} à ce que fait le plan\u00a0:`,
  mail: 'envoie un e-mail',
  push: 'prévient un autre système',
  kind: { trigger: 'déclencheur', automation: 'automatisme', webhook: 'appel sortant (webhook)' },
  more: (n) => `et encore ${countIn('fr', n)}`,
  tagged: (tag) =>
    `Chaque ticket reçoit d’abord le marqueur «\u00a0${tag}\u00a0»\u00a0: les règles qui excluent ce marqueur se taisent.`,
  untagged:
    'On peut les faire taire\u00a0: nommez un marqueur dans la politique (tag), et que ces règles excluent les tickets qui le portent.',
  unread: 'Je n’ai pas le droit de lire ceci, donc personne ne sait ce qui s’y trouve\u00a0:',
  none: 'Ce compte n’a pas\u00a0:',
  unclosed: (n) =>
    `${count(n, 'ticket de la personne reste sans être clos', 'tickets de la personne restent sans être clos')}\u00a0: Zendesk ne supprime pas l’utilisateur avant.`,
  closes: 'Le plan les clôt.',
  waits: 'La demande attend que ceux qui s’en occupent les aient clos.',
  mixed: (closing, waiting) =>
    `${countIn('fr', closing)} clos par le plan, ${countIn('fr', waiting)} en attente.`,
  'let-wait': 'Les attendre',
  'let-close': 'Les clore',
  round: (n, more) =>
    more > 0
      ? `Le tour ${countIn('fr', n)} a trouvé ${count(more, 'ticket de plus', 'tickets de plus')}.`
      : `Le tour ${countIn('fr', n)} n’a trouvé aucun autre ticket.`,
}

/** Files and recordings in tickets that stay. */
export const files: Window['files'] = {
  title: 'Pas encore regardé',
  group: 'Pas encore regardé\u00a0: fichiers, images et enregistrements des tickets qui restent',
  text: 'Aucune recherche de texte ne voit ce qu’ils montrent. Ouvrez-les dans Zendesk et dites ce que vous avez vu. Ce que personne n’a ouvert reste, et le plan et le certificat le nomment.',
  unopened: (n) =>
    count(
      n,
      'que personne n’a ouvert\u00a0: nommé dans le plan et le certificat',
      'que personne n’a ouverts\u00a0: nommés dans le plan et le certificat',
    ),
  redacted: (n) => count(n, 'caviardé', 'caviardés'),
  harmless: (n) => `${countIn('fr', n)} sans rien sur la personne`,
  look: 'Regarder',
  open: 'Ouvrir le ticket dans Zendesk',
  in: (ticket) => `ticket n°\u00a0${ticket}`,
  inline: 'dans le texte',
  recording: 'Enregistrement d’un appel',
  bytes: (n) =>
    n < 1000
      ? count(n, 'octet', 'octets')
      : n < 1_000_000
        ? `${countIn('fr', Math.round(n / 1000))}\u00a0ko`
        : `${countIn('fr', Math.round(n / 100_000) / 10)}\u00a0Mo`,
  malware: 'Zendesk y a trouvé un logiciel malveillant\u00a0: ne l’ouvrez pas.',
  label: 'Ce qui a été vu',
  'nobody-opened': 'Personne ne l’a ouvert',
  redact: 'Le caviarder',
  'nothing-there': 'Rien sur la personne',
  fixed: 'Rien ne peut être caviardé ici dans ce ticket.',
  all: 'Les caviarder tous',
  none: 'Personne ne les ouvre',
  'set-all': (n) => `${count(n, 'fichier sera caviardé', 'fichiers seront caviardés')}.`,
  'set-none': 'Ils restent non ouverts\u00a0; le plan et le certificat les nomment.',
  cannot: (n) =>
    `${count(n, 'fichier reste tel quel', 'fichiers restent tels quels')}\u00a0: rien ne peut être caviardé ici dans ces tickets.`,
  save: 'Enregistrer',
  'save-next': 'Enregistrer et suite',
  close: 'Retour',
  empty: 'Il ne reste ni fichier ni enregistrement dans un ticket qui reste.',
}

/** One decision for a whole group. */
export const whole: Window['whole'] = {
  title: 'Décider pour tous',
  label: (n) => `Pour les ${countIn('fr', n)}`,
  delete: 'Tout supprimer définitivement',
  redact: 'Caviarder tout ce qui est sûr',
  keep: 'Tout conserver…',
  propose: 'Tout comme proposé',
  all: (n) => `Les ${countIn('fr', n)} parlent de la personne`,
  none: (n) => `Aucun des ${countIn('fr', n)} n’en parle`,
  text: (n) =>
    `${count(n, 'élément reste tel quel', 'éléments restent tels quels')}, pour un seul motif. Il figure dans le plan à côté de chacun.`,
  reason: 'Pourquoi ils restent',
  submit: 'Les conserver',
  close: 'Laisser ainsi',
  done: (n) => `Décidé\u00a0: ${countIn('fr', n)}.`,
  cannot: (n, why) => `${count(n, 'inchangé', 'inchangés')}\u00a0: ${why}`,
}

/** The desk's own pages, for what is too long for a window. */
export const page: Window['page'] = {
  title: 'Sur une page à moi',
  review: 'Ouvrir la page de revue',
  'review-text':
    'Tout sur une seule page, avec recherche. Le lien n’est qu’à vous et s’ouvre une fois\u00a0; connectez-vous-y avec Slack.',
  upload: 'Liste plus longue\u00a0: la téléverser',
  'upload-text':
    'Téléversez la liste sur une page à moi, jamais dans Slack. Le lien n’est qu’à vous et s’ouvre une fois.',
  open: 'Ouvrir la page',
  close: 'Retour',
  long: (n) =>
    `${countIn('fr', n)} tickets\u00a0: c’est plus simple sur une page. Ce qui se décide pour tout un groupe marche aussi ici.`,
  'no-pages':
    'Ce bureau n’a pas de pages à lui\u00a0: qui m’exploite doit définir PUBLIC_URL. Décidez ici, groupe par groupe.',
}

/** How roles of the policy are called; a role of another name is called by it. */
export const role: Window['role'] = {
  'support-lead': 'responsable du support',
  'privacy-officer': 'délégué à la protection des données',
  lead: 'responsable',
  legal: 'service juridique',
}
