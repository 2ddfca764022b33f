import { z } from 'zod'

/** What an account can hold about somebody, as the purpose register and the answer of an access name it. */
export const DataCategory = z.enum([
  'profile',
  'identities',
  'organisations',
  'conversations',
  'messages',
  'metadata',
  'files',
  'recordings',
  'ratings',
  'side-conversations',
  'held-back-mails',
  'mentions',
  'requests',
])
export type DataCategory = z.infer<typeof DataCategory>

/** A text of the organisation's own, in one language for all or in each. */
const Text = z.union([
  z.string().min(1),
  z.strictObject({ en: z.string().min(1), fr: z.string().min(1) }),
])
export type RegisterText = z.infer<typeof Text>

/**
 * What the person is told of a category besides its content: GDPR article 15(1)(a) to (h) and 15(2). It
 * is the organisation's word, usually from its record of processing (article 30).
 */
export const RegisterEntry = z.strictObject({
  purpose: Text.describe('What it is kept for: article 15(1)(a)'),
  legalBasis: z
    .enum([
      'consent',
      'contract',
      'legal-obligation',
      'vital-interests',
      'public-task',
      'legitimate-interests',
    ])
    .describe('Article 6(1)'),
  retention: Text.describe('How long, or by what it is decided: article 15(1)(d)'),
  source: Text.optional().describe('Where it is from, if not from the person: article 15(1)(g)'),
  recipients: z.array(Text).default([]).describe('Who gets it, by name: article 15(1)(c)'),
  transfers: Text.optional().describe(
    'To which third country, under which safeguard: article 15(2)',
  ),
  storedIn: Text.optional().describe('Where it is stored'),
  automatedDecisions: Text.optional().describe('The logic and what it means: article 15(1)(h)'),
})
export type RegisterEntry = z.infer<typeof RegisterEntry>

/** The purpose register of the policy. What is missing in it must be filled in before it can be told. */
export const PurposeRegister = z.partialRecord(DataCategory, RegisterEntry)
export type PurposeRegister = z.infer<typeof PurposeRegister>

/** Something is held that the register says nothing of: an answer would leave it out. */
export class RegisterIncomplete extends Error {
  override readonly name = 'RegisterIncomplete'
  readonly missing: readonly DataCategory[]
  constructor(missing: readonly DataCategory[]) {
    super(`The purpose register says nothing of ${missing.join(', ')}`)
    this.missing = missing
  }
}

/** Categories of which something is held and nothing is registered. */
export const unregistered = (
  counts: Readonly<Partial<Record<DataCategory, number>>>,
  register: PurposeRegister,
): DataCategory[] =>
  DataCategory.options.filter((one) => (counts[one] ?? 0) > 0 && register[one] === undefined)

/** A text of the register in a language. */
export const inLanguage = (text: RegisterText, language: 'en' | 'fr'): string =>
  typeof text === 'string' ? text : text[language]
