import type { Actors } from './actors.ts'
import { wholeLinesOf } from './readable.ts'
import { isCard } from './screen.ts'
import type { Stage } from './stage.ts'

/** How much memory the bot held while it worked, in megabytes. */
export type Memory = { readonly first: number; readonly most: number }

const every = 2_000

/**
 * Tells, while some work goes on, what the card says of how far it has come, and looks at the bot's
 * memory: when it begins, and at its most.
 */
export async function withHeadway<T>(
  { stage, people, tell }: Actors,
  work: () => Promise<T>,
): Promise<{ readonly done: T; readonly memory: Memory; readonly told: number }> {
  const seen: number[] = []
  const said: string[] = []
  const look = async (): Promise<void> => {
    seen.push(await stage.bot.memory())
    const { messages } = await people.lead.screen()
    const line = wholeLinesOf(messages.findLast(isCard)?.blocks ?? []).find(isHeadway)
    if (line === undefined || line === said.at(-1)) return
    said.push(line)
    tell.says('progress', 'Rights Desk', `(the card) ${line}`, { lines: [memoryLine(seen)] })
  }
  const stop = repeatedly(look)
  const done = await work().finally(stop)
  return {
    done,
    memory: { first: seen[0] ?? 0, most: Math.max(0, ...seen) },
    told: said.length,
  }
}

/** The part of a card that says how far it is: `2,300 of 5,283 · 1,200 a minute`. */
const isHeadway = (line: string): boolean => /^[\d,]+ of [\d,]+/.test(line)

const memoryLine = (seen: readonly number[]): string =>
  `memory ${seen.at(-1) ?? 0} MB, at most ${Math.max(0, ...seen)} MB`

function repeatedly(look: () => Promise<void>): () => void {
  let isOver = false
  const again = async (): Promise<void> => {
    if (isOver) return
    await look().catch(() => undefined)
    if (!isOver) setTimeout(() => void again(), every).unref()
  }
  void again()
  return () => {
    isOver = true
  }
}

/** Answers of the account that said: too fast. */
export const refusedForSpeed = ({ account }: Pick<Stage, 'account'>): number =>
  account.log().filter(({ status }) => status === 429).length
