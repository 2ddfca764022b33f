import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { z } from 'zod'
import { anchorsIn, type Found } from './anchors.ts'
import { filesBelow } from './disk.ts'
import type { Fault } from './faults.ts'

/** What was found of anchors in an export of the audit channel. */
export type Exported = {
  readonly anchors: readonly Found[]
  /** Lines that look like anchors and cannot be read: somebody has been at them. */
  readonly faults: readonly Fault[]
}

const Message = z.looseObject({ ts: z.string().optional(), text: z.string().optional() })
const Messages = z.union([
  z.array(z.unknown()),
  z.looseObject({ messages: z.array(z.unknown()) }).transform(({ messages }) => messages),
])

/**
 * Reads the anchors in an export of a Slack channel: a file with the array of its messages, or with an
 * object that has them as `messages`; a folder of such files, one a day, as Slack's own export has;
 * or a plain text (https://slack.com/help/articles/220556107-How-to-read-Slack-data-exports). What
 * else stands there is passed over. Throws what reading a file throws, and `SyntaxError` for a file
 * of a folder that is not JSON.
 */
export async function readAnchors(path: string): Promise<Exported> {
  const isFolder = (await stat(path)).isDirectory()
  const files = isFolder ? (await filesBelow(path)).filter(isJson).toSorted() : [path]
  const all: Exported[] = []
  for (const file of files) {
    const text = await readFile(file, 'utf8')
    all.push(inFile(isFolder ? parsed(text, file) : (jsonOf(text) ?? text), basename(file)))
  }
  const { anchors, faults } = together(all)
  return { anchors: distinct(anchors), faults }
}

const isJson = (file: string): boolean => file.endsWith('.json')

function parsed(text: string, file: string): unknown {
  const found = jsonOf(text)
  if (found === undefined) throw new SyntaxError(`${file} is not JSON`)
  return found
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function inFile(content: unknown, file: string): Exported {
  if (typeof content === 'string')
    return together(content.split('\n').map((text) => inMessage({ text }, file)))
  const messages = Messages.safeParse(content)
  return together((messages.data ?? [content]).map((message) => inMessage(message, file)))
}

const together = (all: readonly Exported[]): Exported => ({
  anchors: all.flatMap(({ anchors }) => anchors),
  faults: all.flatMap(({ faults }) => faults),
})

function inMessage(message: unknown, file: string): Exported {
  const { ts, text = '' } = Message.safeParse(message).data ?? {}
  const anchors = textsIn(message).flatMap((one) => anchorsIn(one).anchors)
  // Slack's own layout of a text may break an anchor at its underscores: only the text itself counts.
  const broken = anchorsIn(text).broken > 0
  const fault = `${file}: anchor ${ts ?? ''}`.trimEnd()
  return {
    anchors: anchors.map((anchor) => (ts === undefined ? anchor : { ...anchor, ts })),
    faults: broken ? [{ file, text: `${fault}: it cannot be read: somebody has changed it` }] : [],
  }
}

/** Every text in a message, wherever its layout has put it. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}

/** A message says the same in its text and in its blocks. */
const distinct = (anchors: readonly Found[]): Found[] => [
  ...new Map(anchors.map((anchor) => [JSON.stringify(anchor), anchor])).values(),
]
