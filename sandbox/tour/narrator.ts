import { styleText } from 'node:util'

/** Tells the tour: to people as a story, to scripts as one JSON object a line. */
export type Narrator = {
  /** A new part of the story. */
  readonly scene: (title: string) => void
  /** Somebody says or sees something; `lines` are shown below it. */
  readonly says: (event: string, who: string, text: string, more?: More) => void
  /** The last word. Nothing may be told after it. */
  readonly end: (ok: boolean, requests: Readonly<Record<string, string>>) => void
}

type More = {
  readonly lines?: readonly string[]
  readonly data?: Readonly<Record<string, unknown>>
}

const width = 16

/** For people. */
export function storyTeller(write: (text: string) => void): Narrator {
  return {
    scene: (title) => write(`\n${styleText('bold', title)}\n`),
    says: (_, who, text, { lines = [] } = {}) => {
      write(`  ${styleText('cyan', who.padEnd(width))} ${text}\n`)
      for (const line of lines) write(`  ${' '.repeat(width)} ${styleText('dim', line)}\n`)
    },
    end: (ok, requests) => {
      const ended = Object.entries(requests).map(([number, state]) => `${number} ${state}`)
      const word = ok ? styleText('green', 'Proven.') : styleText('red', 'NOT proven.')
      write(`\n${word} ${ended.join(', ')}\n`)
    },
  }
}

/** For scripts. */
export function jsonTeller(write: (text: string) => void, now: () => string): Narrator {
  const tell = (event: string, data: object) =>
    write(`${JSON.stringify({ event, at: now(), ...data })}\n`)
  return {
    scene: (title) => tell('scene', { title }),
    says: (event, who, text, { data = {} } = {}) => tell(event, { who, text, ...data }),
    end: (ok, requests) => tell('done', { ok, requests }),
  }
}
