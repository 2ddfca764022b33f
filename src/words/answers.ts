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

/** What an answer says to whom a bundle is handed out. Counts, no names. */
type HandedOut = {
  readonly right: 'access' | 'portability'
  readonly number: string
  readonly receipt: string
  readonly tickets: number
  readonly passages: number
  readonly files: number
  readonly heldBack: number
  readonly days: number
  readonly passphrase: boolean
  readonly link: string
}

const handedOutInEnglish = (told: HandedOut): string =>
  [
    'Hello,',
    '',
    told.right === 'access'
      ? 'You asked which personal data we hold about you, and for a copy (article 15 of the GDPR). We have gathered what our customer support holds:'
      : 'You asked for your personal data in a form that another service can read (article 20 of the GDPR). We have gathered it from our customer support:',
    '',
    `- conversations: ${told.tickets}`,
    `- passages about you in conversations of others: ${told.passages}`,
    `- files: ${told.files}`,
    ...(told.heldBack > 0
      ? [
          `- files that are held back, because of the rights of others or for your safety: ${told.heldBack}`,
        ]
      : []),
    '',
    `You can fetch it here for ${told.days} days:`,
    told.link,
    ...(told.passphrase
      ? ['', 'It takes a passphrase, which you will get from us by another way.']
      : []),
    '',
    'If you do not agree, you may complain to your data protection authority.',
    '',
    `${told.number} · ${told.receipt}`,
  ].join('\n')

const handedOutInFrench = (told: HandedOut): string =>
  [
    'Bonjour,',
    '',
    told.right === 'access'
      ? 'Vous nous avez demandé quelles données personnelles nous détenons sur vous, et leur copie (article 15 du RGPD). Nous avons réuni ce que détient notre service client\u00a0:'
      : 'Vous nous avez demandé vos données personnelles sous une forme lisible par un autre service (article 20 du RGPD). Nous les avons réunies dans notre service client\u00a0:',
    '',
    `- conversations\u00a0: ${told.tickets}`,
    `- passages à votre sujet dans les conversations d’autrui\u00a0: ${told.passages}`,
    `- fichiers\u00a0: ${told.files}`,
    ...(told.heldBack > 0
      ? [
          `- fichiers retenus, à cause des droits d’autrui ou pour votre sécurité\u00a0: ${told.heldBack}`,
        ]
      : []),
    '',
    `Vous pouvez les retirer ici pendant ${told.days} jours\u00a0:`,
    told.link,
    ...(told.passphrase
      ? ['', 'Il y faut une phrase secrète, que nous vous donnerons par une autre voie.']
      : []),
    '',
    'Si vous n’êtes pas d’accord, vous pouvez saisir votre autorité de protection des données (en France, la CNIL).',
    '',
    `${told.number} · ${told.receipt}`,
  ].join('\n')

/** The answer to an access or a portability in the person's language; English where we don't speak it. */
export const exportAnswer = (language: string, told: HandedOut): string =>
  language === 'fr' ? handedOutInFrench(told) : handedOutInEnglish(told)
