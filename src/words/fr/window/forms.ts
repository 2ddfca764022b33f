import type { Words } from '../../en/index.ts'
import { countIn, plural } from '../../format.ts'

type Window = Words['window']

const count = (n: number, one: string, other: string): string =>
  `${countIn('fr', n)} ${plural('fr', n, { one, other })}`

/** A group of finds, a page at a time. */
export const list: Window['list'] = {
  title: 'Ce qui a été trouvé',
  page: (from, to, of) => `${from} à ${to} sur ${of}`,
  previous: 'Précédents',
  next: 'Suivants',
  empty: 'Il n’y a plus rien dans ce groupe.',
  change: 'Modifier',
  close: 'Retour',
  more: (n) => `et encore ${count(n, 'passage', 'passages')}\u00a0: Modifier les montre tous`,
  'all-kept': 'Tous restent',
  'all-kept-hint':
    'Chacun pour le motif indiqué à côté. Ce que vous avez déjà décidé ne change pas.',
}

/** One ticket or message, decided otherwise. */
export const change: Window['change'] = {
  title: 'Décider autrement',
  submit: 'Enregistrer',
  close: 'Laisser ainsi',
  action: 'Ce qu’il en advient',
  delete: 'Supprimer définitivement',
  redact: 'Caviarder les passages cochés',
  give: 'Le remettre en entier',
  excerpt: 'Ne remettre que les passages cochés',
  withhold: 'Ne pas le remettre',
  keep: 'Conserver tel quel',
  reason: 'Pourquoi',
  'reason-hint':
    'Nécessaire pour ce qui reste malgré une trace, et pour le ticket d’autrui qui part.',
  choose: 'Choisir un motif',
  passages: 'Ce qui part',
  more: 'Ce qui part (suite)',
  'too-many': (n) =>
    `${count(n, 'passage', 'passages')}\u00a0: trop pour être cochés. Caviarder prend tous ceux qui nomment sûrement la personne.`,
  unclosed: {
    label: 'Il n’est pas clos, et reste\u00a0: alors',
    close: 'Le plan le clôt',
    wait: 'La demande attend que quelqu’un l’ait clos',
  },
  'none-ticked': 'Cochez ce qui part, ou conservez avec un motif.',
}

/** What the rules cannot know. */
export const doubtful: Window['doubtful'] = {
  title: 'Les cas douteux',
  text: 'Cochez ce qui parle de la personne. Ce que vous ne cochez pas reste, comme parlant d’un autre.',
  all: 'Tous parlent de la personne',
  none: 'Aucun n’en parle',
  'set-all': 'Coché\u00a0: tout ce qui est sur cette page. Enregistrez pour continuer.',
  'set-none': 'Décoché\u00a0: tout ce qui est sur cette page. Enregistrez pour continuer.',
  save: 'Enregistrer',
  'save-next': 'Enregistrer et suite',
  close: 'Retour',
  label: 'Parle de la personne',
  sure: (n) =>
    `${count(n, 'passage qui nomme sûrement la personne part', 'passages qui nomment sûrement la personne partent')} de toute façon`,
  every: (n) => `Les ${countIn('fr', n)} passages`,
  nothing: 'Rien qui puisse être caviardé\u00a0: voyez-le dans la liste.',
}

/** What is looked for. */
export const terms: Window['terms'] = {
  title: 'Ce qui est recherché',
  submit: 'Enregistrer',
  close: 'Laisser ainsi',
  now: 'Recherché jusqu’ici',
  proposed: 'Également à la personne\u00a0? Ne cochez que si vous en êtes sûr',
  continued: 'Également à la personne\u00a0? (suite)',
  from: (kind_, strength, ticket) => `${kind_}, ${strength}, ticket ${ticket}`,
  seen: (what, ticket) => `${what}, ticket n°\u00a0${ticket}\u00a0:`,
  strong: 'indice sûr',
  weak: 'simple indice',
  add: 'Autre chose à chercher',
  'add-hint':
    'Un par ligne\u00a0: une adresse e-mail, un téléphone, un nom. Je le cherche partout, puis je vous redemande.',
  short: 'C’est trop court pour être cherché\u00a0: on le trouverait partout.',
}

/** The answer to the person. */
export const answer: Window['answer'] = {
  title: 'La réponse',
  submit: 'Enregistrer',
  close: 'Laisser ainsi',
  how: 'Comment elle parvient à la personne',
  reply: 'Une réponse sur le ticket de la demande',
  'by-hand': 'Vous la remettez',
  language: 'Langue du texte',
  languages: { en: 'anglais', fr: 'français' },
  text: 'Vos propres mots, au lieu du texte ci-dessous',
  'text-hint': 'Le numéro de la demande et le reçu sont ajoutés.',
  preview: 'Le texte, dans cette langue',
  in: (how, language) => `${how}, en ${language}`,
  own: 'avec vos propres mots',
  why: {
    'own-ticket': 'Le ticket de la demande est ouvert et seule la personne le lit.',
    'no-own-ticket': 'La demande n’est pas arrivée par un ticket.',
    'each-alone':
      'Chaque personne reçoit la réponse sur son propre ticket\u00a0; là où c’est impossible, vous la lui remettez.',
    'ticket-gone': 'Le ticket de la demande n’existe plus.',
    'ticket-closed': 'Le ticket de la demande est clos.',
    'requester-changed': 'Le ticket de la demande a un autre demandeur.',
    'requester-suspended': 'La personne est suspendue\u00a0: Zendesk ne lui envoie rien.',
    'others-in-copy': 'D’autres sont en copie du ticket de la demande.',
    organisation: 'Des membres de l’entreprise de la personne peuvent lire ce ticket.',
  },
}

/** Single addresses and numbers that go while their user stays. */
export const identities: Window['identities'] = {
  offer: 'Seules des adresses partent',
  title: 'Adresses seules',
  text: 'Cochez ce qui part seul\u00a0: l’utilisateur reste alors. Un utilisateur dont rien n’est coché est supprimé.',
  submit: 'Enregistrer',
  close: 'Laisser ainsi',
  of: (name) => `Ce qui part de ${name}`,
  hint: 'L’adresse e-mail principale n’est pas proposée\u00a0: elle ne part qu’avec l’utilisateur.',
  none: (name) => `${name} n’a rien qui puisse partir seul.`,
  many: 'Il n’y a pas d’utilisateur, ou trop pour les garder un par un.',
  types: {
    email: 'adresse e-mail',
    phone_number: 'numéro de téléphone',
    messaging: 'compte de messagerie',
  },
}
