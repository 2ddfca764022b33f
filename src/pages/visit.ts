import type { Hands, Keeper } from '../flows/index.ts'
import { type Html, html } from '../html.ts'
import type { Id, Member } from '../records/primitives.ts'
import type { Form } from './form.ts'
import type { FindsIndexes } from './review/finds-indexes.ts'
import { hidden, type Sight } from './shell.ts'

/** What the pages work with. */
export type Office = {
  readonly hands: Hands
  readonly keeper: Pick<Keeper, 'poke'>
  /** Where the account's own pages are, for links to its tickets: an origin. */
  readonly accountUrl: string
  readonly indexes: FindsIndexes
}

/** Somebody who is signed in asks for something, or sends a form. */
export type Visit = {
  readonly by: Member
  readonly sight: Sight
  /** What comes after the session's own address, without its slash. */
  readonly path: string
  readonly query: URLSearchParams
  /** What he has sent; `undefined` when he only looks. */
  readonly form: Form | undefined
  /** The address of something in this session. */
  readonly at: (path: string) => string
  /** What makes a form one of this session's. */
  readonly token: string
}

/** A visit to the review of a request. */
export type ReviewVisit = Visit & { readonly request: Id }

/** A form of this session. What is in it is sent to `path`. */
export const formTo = (
  { at, token }: Pick<Visit, 'at' | 'token'>,
  path: string,
  inside: Html,
  more: Html = html``,
): Html =>
  html`<form method="post" action="${at(path)}"${more}>${hidden('token', token)}${inside}</form>`
