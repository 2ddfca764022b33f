/** What a term is; it decides in which written forms the term is looked for. */
export type TermKind = 'email' | 'phone' | 'name' | 'handle' | 'external-id' | 'user-id' | 'other'

/**
 * One thing to look for. **Strong** terms may be decided by class, **weak** ones only passage by
 * passage (design 3, Erasure, Terms).
 */
export type Term = {
  readonly kind: TermKind
  readonly value: string
  readonly strength: 'strong' | 'weak'
}

/** Half-open range of UTF-16 offsets in the source. */
export type Span = { readonly start: number; readonly end: number }

/**
 * One place where a term stands. `spans` are ranges of the source: one in plain text; in HTML one
 * for each visible piece of text, tags and comments left out. `text` is what a reader sees, with
 * entities resolved.
 *
 * `attribute`: the term stands in an attribute; the only span is the element's start tag.
 * `partial`: the term is glued to more text (`ref-ana@example.com-2`), so it may be part of
 * something else. Such a hit belongs before a human, never in a decision by class.
 */
export type Hit = {
  readonly term: Term
  readonly spans: readonly Span[]
  readonly text: string
  readonly attribute?: true
  readonly partial?: true
}

/** Finds every hit of the compiled terms, in the order of the source. Never throws on any input. */
export type Matcher = {
  readonly inText: (text: string) => Hit[]
  readonly inHtml: (html: string) => Hit[]
}

/** `country`: ISO 3166-1 alpha-2, under which phones without a country code are read. */
export type MatchOptions = { readonly country: string }

/** The fields of a Zendesk user that give terms (facts 3 and 4). */
export type Profile = {
  readonly name: string
  readonly alias?: string | null
  readonly email?: string | null
  readonly phone?: string | null
  readonly externalId?: string | null
  readonly identities: readonly { readonly type: string; readonly value: string }[]
}

/** A hit with some of the text around it, for a human. */
export type Passage = { readonly before: string; readonly hit: string; readonly after: string }
