import type { DataCategory, RegisterEntry } from '../../records/register.ts'

/** What the answer to an access says, in one language. */
export type AnswerWords = {
  readonly language: string
  readonly title: string
  readonly intro: (organisation: string, number: string, on: string) => string
  readonly category: Readonly<Record<DataCategory, string>>
  readonly held: (n: number) => string
  readonly basis: Readonly<Record<RegisterEntry['legalBasis'], string>>
  readonly label: {
    readonly purpose: string
    readonly legalBasis: string
    readonly retention: string
    readonly source: string
    readonly recipients: string
    readonly transfers: string
    readonly storedIn: string
    readonly automatedDecisions: string
  }
  /** Where the register names nothing. */
  readonly fromYou: string
  readonly nobody: string
  readonly none: string
  readonly rightsTitle: string
  readonly rights: readonly string[]
  readonly complaint: (authority: string) => string
  readonly contact: (whom: string) => string
  readonly copy: string
}
