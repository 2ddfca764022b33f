import { readConfig } from '../../src/config.ts'
import { openDesk, type Surroundings } from '../../src/desk.ts'
import { Refusal, type Resting } from '../../src/flows/index.ts'
import { startFailure } from '../../src/start-failure.ts'
import { wordsFor } from '../../src/words/index.ts'
import { type Deeds, deedsOf } from './desk-deeds.ts'
import { directoryFrom, workspace } from './staff.ts'

/** What the desk's process tells the tour. */
export type Told =
  | { readonly tells: 'open' }
  | { readonly tells: 'rested'; readonly id: string; readonly resting: Resting }
  | { readonly tells: 'done'; readonly call: number; readonly value: unknown }
  | {
      readonly tells: 'refused'
      readonly call: number
      readonly code: string
      readonly detail: string
    }
  | { readonly tells: 'failed'; readonly call: number; readonly message: string }

/** What the tour asks of it. */
export type Asked = { readonly call: number; readonly deed: keyof Deeds; readonly with?: unknown }

const tell = (told: Told): void => void process.send?.(told)

/** Says why the desk does not open, and what to do, and ends. */
function refuse(error: unknown): never {
  const why = startFailure(error, wordsFor('en'))
  if (why === undefined) throw error
  process.stderr.write(`${why}\n`)
  process.exit(1)
}

const surroundings: Surroundings = {
  directory: directoryFrom(process.env['TOUR_STAFF'] ?? 'staff.json'),
  workspace,
  timing: {
    settle: 2_000,
    callTimeout: 2_000,
    jobPoll: 300,
    indexLag: 800,
    listingLag: 500,
    statusPoll: 400,
  },
  rested: (id, resting) => tell({ tells: 'rested', id, resting }),
  trouble: (_, error) => {
    throw error
  },
}

const opened = async () => await openDesk(readConfig(process.env), surroundings)
const desk = await opened().catch(refuse)

const deeds = deedsOf(desk)

process.on('message', (asked: Asked) => void answer(asked))
process.once('disconnect', () => void desk.close().then(() => process.exit(0)))
tell({ tells: 'open' })
await desk.keeper.takeUp()

async function answer({ call, deed, with: argument }: Asked): Promise<void> {
  try {
    const perform = deeds[deed] as (argument: unknown) => Promise<unknown>
    tell({ tells: 'done', call, value: await perform(argument) })
  } catch (error) {
    if (error instanceof Refusal) {
      tell({ tells: 'refused', call, code: error.code, detail: error.detail })
    } else {
      tell({ tells: 'failed', call, message: error instanceof Error ? error.message : 'unknown' })
    }
  }
}
