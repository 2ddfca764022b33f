/** What the message to whom a bundle is ready says. Counts, no names: the person knows who he is. */
export type ExportAnswered = {
  readonly right: 'access' | 'portability'
  readonly number: string
  readonly receipt: string
  readonly tickets: number
  readonly passages: number
  readonly files: number
  readonly heldBack: number
  readonly days: number
  readonly passphrase: boolean
  /** Where the link stands. */
  readonly link: string
}

type Template = (answered: ExportAnswered) => string

const english: Template = (told) =>
  [
    'Hello,',
    '',
    told.right === 'access'
      ? 'You asked us which personal data of yours we hold in our customer support (article 15 of the GDPR). The answer and a copy are ready for you:'
      : 'You asked us for the data that you gave us, to keep it or to take it to somebody else (article 20 of the GDPR). It is ready for you:',
    '',
    told.link,
    '',
    `The link works for ${told.days} days.${told.passphrase ? ' It asks for a passphrase, which we tell you by another way.' : ''} Please do not pass it on.`,
    '',
    `- conversations of yours: ${told.tickets}`,
    ...(told.passages > 0
      ? [`- passages about you in other people’s conversations: ${told.passages}`]
      : []),
    `- files: ${told.files}`,
    ...(told.heldBack > 0
      ? [`- files that are left out; the reason of each stands in the copy: ${told.heldBack}`]
      : []),
    '',
    'Other people’s names and addresses are hidden in it.',
    '',
    'If you do not agree, you may complain to your data protection authority.',
    '',
    'Keep this reference: with it, and only with it, your request can be proved later.',
    `${told.number} · ${told.receipt}`,
  ].join('\n')

const french: Template = (told) =>
  [
    'Bonjour,',
    '',
    told.right === 'access'
      ? 'Vous nous avez demandé quelles données personnelles vous concernant notre service client détient (article 15 du RGPD). La réponse et une copie sont à votre disposition\u00a0:'
      : 'Vous nous avez demandé les données que vous nous avez fournies, pour les conserver ou les transmettre (article 20 du RGPD). Elles sont à votre disposition\u00a0:',
    '',
    told.link,
    '',
    `Ce lien est valable ${told.days} jours.${told.passphrase ? ' Une phrase secrète vous sera demandée\u00a0; nous vous la communiquons par une autre voie.' : ''} Merci de ne pas le transmettre.`,
    '',
    `- vos conversations\u00a0: ${told.tickets}`,
    ...(told.passages > 0
      ? [
          `- passages à votre sujet dans les conversations d’autres personnes\u00a0: ${told.passages}`,
        ]
      : []),
    `- fichiers\u00a0: ${told.files}`,
    ...(told.heldBack > 0
      ? [`- fichiers non joints, chacun avec sa raison dans la copie\u00a0: ${told.heldBack}`]
      : []),
    '',
    'Les noms et adresses d’autres personnes y sont masqués.',
    '',
    'Si vous n’êtes pas d’accord, vous pouvez saisir votre autorité de protection des données (en France, la CNIL).',
    '',
    'Conservez cette référence\u00a0: avec elle, et elle seule, votre demande pourra être prouvée plus tard.',
    `${told.number} · ${told.receipt}`,
  ].join('\n')

const templates: ReadonlyMap<string, Template> = new Map([
  ['en', english],
  ['fr', french],
])

/** The message about a bundle in the person's language; English where we don't speak it. */
export const exportAnswer = (language: string, told: ExportAnswered): string =>
  (templates.get(language) ?? english)(told)
