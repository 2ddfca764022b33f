import { linesOf } from '../blocks/issues.ts'
import { lengthOf } from '../blocks/text.ts'
import { checkBlocks } from '../blocks/validate.ts'
import { isJson, type Json, jsons } from '../blocks/walk.ts'
import type { Content } from '../state/post.ts'
import { isOn, jsonOf, objectOf, Refused, textOf } from './call.ts'

/** The longest text of a message; the rest is cut off with a warning (facts 3). */
export const textLimit = 40_000

/** What a message says, checked strictly (facts 3). */
export function contentOf(args: Json): Content {
  const blocks = blocksOf(args)
  const attachments = attachmentsOf(args)
  const text = wordsOf(args, blocks)
  const isEmpty = [text, blocks ?? [], attachments ?? []].every(({ length }) => length === 0)
  if (isEmpty) throw new Refused('no_text')
  return { text: cut(text), blocks, attachments, metadata: metadataOf(args) }
}

function wordsOf(args: Json, blocks: readonly Json[] | undefined): string {
  const text = textOf(args, 'text')
  const markdown = textOf(args, 'markdown_text')
  if (markdown !== undefined && (blocks || text)) throw new Refused('markdown_text_conflict')
  return text ?? markdown ?? ''
}

/** Whether the text had to be cut, as the answer says it. */
export const warningOf = (args: Json): Json =>
  lengthOf(textOf(args, 'text') ?? '') > textLimit
    ? { warning: 'message_truncated', response_metadata: { warnings: ['message_truncated'] } }
    : {}

const cut = (text: string): string =>
  text.length > textLimit ? Array.from(text).slice(0, textLimit).join('') : text

/** The blocks of a message; refused with the place of each fault. */
function blocksOf(args: Json): readonly Json[] | undefined {
  const blocks = jsonOf(args, 'blocks', 'invalid_blocks_format')
  if (blocks === undefined) return undefined
  if (!Array.isArray(blocks)) throw new Refused('invalid_blocks_format')
  const issues = checkBlocks(blocks)
  if (issues.length === 0) return jsons(blocks)
  const { errors, messages } = linesOf(issues)
  throw new Refused('invalid_blocks', { errors, response_metadata: { messages } })
}

/** Attachments: only their blocks are looked into (see the divergences). */
function attachmentsOf(args: Json): readonly Json[] | undefined {
  const attachments = jsonOf(args, 'attachments', 'invalid_attachments')
  if (attachments === undefined) return undefined
  const all = jsons(attachments)
  if (!Array.isArray(attachments) || all.length !== attachments.length)
    throw new Refused('invalid_attachments')
  if (all.length > 100) throw new Refused('too_many_attachments')
  const issues = all.flatMap(({ blocks }, index) =>
    blocks === undefined ? [] : checkBlocks(blocks, `/attachments/${index}/blocks`),
  )
  if (issues.length === 0) return all
  const { errors, messages } = linesOf(issues)
  throw new Refused('invalid_attachments', { errors, response_metadata: { messages } })
}

function metadataOf(args: Json): Json | undefined {
  const metadata = objectOf(args, 'metadata', 'invalid_metadata_format')
  if (metadata === undefined || Object.keys(metadata).length === 0) return metadata
  if (typeof metadata['event_type'] !== 'string' || !isJson(metadata['event_payload']))
    throw new Refused('invalid_metadata_schema')
  return metadata
}

/** Whether a reply is shown in the channel too. */
export const isBroadcast = (args: Json): boolean => isOn(args, 'reply_broadcast')
