/** The local organisation's purpose register: what an access tells of each category of data. */
const kept = {
  en: 'three years after the last conversation',
  fr: 'trois ans après la dernière conversation',
}
const us = { en: 'the staff of our customer support', fr: 'notre équipe du service client' }
const zendesk = 'Zendesk, Inc.'
const transfers = {
  en: 'United States: standard contractual clauses (article 46(2)(c) of the GDPR)',
  fr: 'États-Unis\u00a0: clauses contractuelles types (article 46, paragraphe 2, point c) du RGPD)',
}
const usual = {
  legalBasis: 'contract',
  retention: kept,
  recipients: [us, zendesk],
  transfers,
  storedIn: { en: 'Ireland', fr: 'Irlande' },
} as const

const help = { en: 'to answer your requests', fr: 'répondre à vos demandes' }
const known = { en: 'to know who writes to us', fr: 'savoir qui nous écrit' }

export const register = {
  profile: { ...usual, purpose: known },
  identities: { ...usual, purpose: known },
  organisations: { ...usual, purpose: known },
  conversations: { ...usual, purpose: help },
  messages: { ...usual, purpose: help },
  metadata: {
    ...usual,
    purpose: { en: 'to keep misuse away', fr: 'prévenir les abus' },
    legalBasis: 'legitimate-interests',
  },
  files: { ...usual, purpose: help },
  recordings: {
    ...usual,
    purpose: { en: 'to train our staff', fr: 'former notre équipe' },
    legalBasis: 'consent',
    retention: { en: 'six months', fr: 'six mois' },
  },
  ratings: {
    ...usual,
    purpose: { en: 'to become better', fr: 'nous améliorer' },
    legalBasis: 'legitimate-interests',
  },
  'side-conversations': { ...usual, purpose: help },
  'held-back-mails': {
    ...usual,
    purpose: { en: 'to keep spam away', fr: 'écarter le courrier indésirable' },
    legalBasis: 'legitimate-interests',
    retention: { en: 'fourteen days', fr: 'quatorze jours' },
  },
  mentions: {
    ...usual,
    purpose: help,
    legalBasis: 'legitimate-interests',
    source: { en: 'people who wrote about you', fr: 'des personnes qui ont écrit à votre sujet' },
  },
  requests: {
    ...usual,
    purpose: {
      en: 'to prove that your rights are honoured',
      fr: 'prouver que vos droits sont respectés',
    },
    legalBasis: 'legal-obligation',
    retention: { en: 'one year', fr: 'un an' },
  },
} as const

export const organisation = {
  name: 'Halden & Fils',
  contact: 'privacy@example.com',
  complaints: 'CNIL, 3 place de Fontenoy, 75007 Paris',
} as const
