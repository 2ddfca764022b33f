import {
  DataCategory,
  inLanguage,
  type PurposeRegister,
  type RegisterEntry,
  RegisterIncomplete,
  unregistered,
} from '../../records/register.ts'
import type { AnswerWords } from './words.ts'

/** What the answer of one access follows from. */
export type AnswerFacts = {
  readonly number: string
  /** When the account was read, as the person reads it. */
  readonly on: string
  readonly organisation: string
  /** Whom the person can ask: the data protection officer's address, say. */
  readonly contact: string
  /** The supervisory authority to complain to: article 15(1)(f). */
  readonly authority: string
  readonly language: 'en' | 'fr'
  /** How much of each category is held. */
  readonly counts: Readonly<Partial<Record<DataCategory, number>>>
  readonly register: PurposeRegister
}

/** One category in the answer: its name, how much, and what is told of it, each with its label. */
type AnswerCategory = {
  readonly code: DataCategory
  readonly name: string
  readonly held: string
  readonly told: readonly (readonly [label: string, text: string])[]
}

/** The answer to an access: article 15(1) and (2), category by category. */
export type AnswerDocument = {
  readonly title: string
  readonly intro: string
  readonly categories: readonly AnswerCategory[]
  readonly rightsTitle: string
  readonly rights: readonly string[]
  readonly end: readonly string[]
}

/** Works out the answer. Throws `RegisterIncomplete` where something is held that is not registered. */
export function answerDocument(facts: AnswerFacts, words: AnswerWords): AnswerDocument {
  const missing = unregistered(facts.counts, facts.register)
  if (missing.length > 0) throw new RegisterIncomplete(missing)
  const held = DataCategory.options.filter((code) => (facts.counts[code] ?? 0) > 0)
  return {
    title: words.title,
    intro: words.intro(facts.organisation, facts.number, facts.on),
    categories: held.flatMap((code) => categoryOf(code, facts, words)),
    rightsTitle: words.rightsTitle,
    rights: words.rights,
    end: [words.complaint(facts.authority), words.contact(facts.contact), words.copy],
  }
}

function categoryOf(code: DataCategory, facts: AnswerFacts, words: AnswerWords): AnswerCategory[] {
  const entry = facts.register[code]
  if (!entry) return []
  return [
    {
      code,
      name: words.category[code],
      held: words.held(facts.counts[code] ?? 0),
      told: told(entry, facts.language, words),
    },
  ]
}

function told(
  entry: RegisterEntry,
  language: 'en' | 'fr',
  { label, basis, fromYou, nobody, none }: AnswerWords,
): [string, string][] {
  const say = (text: RegisterEntry['source'], otherwise: string): string =>
    text === undefined ? otherwise : inLanguage(text, language)
  const recipients = entry.recipients.map((one) => inLanguage(one, language)).join(', ')
  return [
    [label.purpose, inLanguage(entry.purpose, language)],
    [label.legalBasis, basis[entry.legalBasis]],
    [label.retention, inLanguage(entry.retention, language)],
    [label.source, say(entry.source, fromYou)],
    [label.recipients, recipients || nobody],
    [label.transfers, say(entry.transfers, none)],
    ...(entry.storedIn ? [[label.storedIn, say(entry.storedIn, '')] as [string, string]] : []),
    [label.automatedDecisions, say(entry.automatedDecisions, none)],
  ]
}
