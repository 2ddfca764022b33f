/** What a bundle says to the person, in his language. Comes in from outside: exports know no language. */
export type BundleWords = {
  readonly language: string
  readonly title: string
  readonly intro: (organisation: string, number: string, on: string) => string
  readonly portableIntro: string
  readonly search: string
  readonly noneFound: string
  readonly conversations: string
  readonly profile: string
  readonly files: string
  readonly passages: string
  readonly passagesIntro: string
  readonly heldBack: string
  readonly heldBackIntro: string
  /** Why a file is left out, by its code. */
  readonly why: Readonly<Record<string, string>>
  readonly suspended: string
  readonly unread: string
  readonly before: string
  readonly back: string
  readonly note: string
  readonly recording: string
  readonly you: string
  readonly staff: string
  readonly somebodyElse: (n: number) => string
  readonly somebody: string
  readonly emailOf: string
  readonly phoneOf: string
  readonly secret: string
  readonly standing: Readonly<Record<string, string>>
  readonly columns: {
    readonly conversation: string
    readonly subject: string
    readonly date: string
    readonly state: string
    readonly who: string
    readonly text: string
    readonly file: string
    readonly type: string
    readonly size: string
    readonly path: string
    readonly reason: string
    readonly kind: string
    readonly value: string
  }
}
