import type { RequestListener } from 'node:http'
import type { Hands, Keeper } from '../flows/index.ts'
import type { Id, Member } from '../records/primitives.ts'
import { wordsFor } from '../words/index.ts'
import { answerBrowser, type Front } from './front.ts'
import { Guesses } from './guesses.ts'
import { type Granted, Links } from './links.ts'
import { FindsIndexes } from './review/finds-indexes.ts'
import { Sessions } from './sessions.ts'

type PagesOptions = {
  readonly hands: Hands
  readonly keeper: Pick<Keeper, 'poke'>
  /** Where the account's own pages are. */
  readonly accountUrl: string
  readonly profileOf: (user: string) => Promise<{ readonly locale: string; readonly tz: string }>
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly trouble: (where: string, error: unknown) => void
}

/** The desk's own pages: what is too long for Slack, for members whom Slack has signed in. */
export type Pages = {
  /** A link that opens once, within 15 minutes; `undefined` where there are no pages. */
  readonly linkFor: (
    asked:
      | { readonly member: Member; readonly purpose: 'upload' }
      | { readonly member: Member; readonly purpose: 'review'; readonly request: Id },
  ) => string | undefined
  /** From now on they are under this origin. */
  readonly openAt: (origin: string | undefined) => void
  /** Where browsers find them; nothing while they are closed. */
  readonly origin: () => string | undefined
  /** Answers whatever is under `/p/`. */
  readonly listener: RequestListener
  /** A request is over: what is remembered of its finds goes. */
  readonly forget: (request: Id) => void
  readonly close: () => void
}

const sweepEvery = 60_000

/** Pages that are closed until they are told where they stand. */
export function createPages(options: PagesOptions): Pages {
  const { hands, keeper, accountUrl, now, trouble, profileOf } = options
  const [links, sessions, guesses] = [new Links(now), new Sessions(now), new Guesses(now)]
  const indexes = new FindsIndexes(trouble)
  let origin: string | undefined
  const front: Front = {
    office: { hands, keeper, accountUrl: new URL(accountUrl).origin, indexes },
    links,
    sessions,
    guesses,
    trouble,
    origin: () => origin,
    sightOf: async (user) => {
      const { locale, tz } = await profileOf(user)
      return { words: wordsFor(locale), locale, tz }
    },
  }
  const sweeping = setInterval(() => {
    links.sweep()
    sessions.sweep()
    indexes.keepOnly(sessions.requests())
  }, sweepEvery)
  sweeping.unref()
  return {
    linkFor: (granted: Granted) => origin && `${origin}/p/o/${links.mint(granted)}`,
    openAt: (where) => {
      origin = where
    },
    origin: () => origin,
    listener: (request, response) => void answerBrowser(front, request, response),
    forget: (request) => indexes.forget(request),
    close: () => {
      clearInterval(sweeping)
      indexes.keepOnly(new Set())
    },
  }
}
