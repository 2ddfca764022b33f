/** What an answer to a data subject says. Counts, no names: the person knows who he is. */
export type Answered = {
  readonly number: string
  readonly receipt: string
  readonly deleted: number
  readonly redacted: number
  readonly kept: number
}

type Template = (answered: Answered) => string

const english: Template = ({ number, receipt, deleted, redacted, kept }) =>
  [
    'Hello,',
    '',
    'You asked us to erase your personal data (article 17 of the GDPR). We have done so in our customer support:',
    '',
    `- conversations of yours that are deleted for good: ${deleted}`,
    `- other conversations in which what concerns you is blacked out: ${redacted}`,
    ...(kept > 0 ? [`- conversations of yours that we must keep: ${kept}`] : []),
    '- your customer profile is deleted once this message has left; this conversation goes with it.',
    '',
    'What stays: a record that your request was honoured, without your name or address.',
    '',
    'If you do not agree, you may complain to your data protection authority.',
    '',
    `Keep this reference: with it, and only with it, your request can be proved later.`,
    `${number} · ${receipt}`,
  ].join('\n')

const french: Template = ({ number, receipt, deleted, redacted, kept }) =>
  [
    'Bonjour,',
    '',
    'Vous nous avez demandé l’effacement de vos données personnelles (article 17 du RGPD). C’est fait dans notre service client\u00a0:',
    '',
    `- vos conversations supprimées définitivement\u00a0: ${deleted}`,
    `- autres conversations où ce qui vous concerne est caviardé\u00a0: ${redacted}`,
    ...(kept > 0 ? [`- vos conversations que nous devons conserver\u00a0: ${kept}`] : []),
    '- votre profil client est supprimé dès que ce message est parti\u202f; cette conversation l’est avec lui.',
    '',
    'Ce qui reste\u00a0: la trace que votre demande a été honorée, sans votre nom ni votre adresse.',
    '',
    'Si vous n’êtes pas d’accord, vous pouvez saisir votre autorité de protection des données (en France, la CNIL).',
    '',
    'Conservez cette référence\u00a0: avec elle, et elle seule, votre demande pourra être prouvée plus tard.',
    `${number} · ${receipt}`,
  ].join('\n')

const templates: ReadonlyMap<string, Template> = new Map([
  ['en', english],
  ['fr', french],
])

/** The answer to an erasure in the person's language; English where we don't speak it. */
export const erasureAnswer = (language: string, answered: Answered): string =>
  (templates.get(language) ?? english)(answered)
