import { z } from 'zod'
import { hashOf } from '../../records/canonical.ts'
import type { Sha } from '../../records/primitives.ts'
import type { Comment } from '../../zendesk/index.ts'
import type { Account } from '../hands.ts'
import { commentsLeft, lookAtComments } from './comments-of.ts'
import { type Item, idOf, type Kind, only, type ReadBack } from './kind.ts'

const File = z.strictObject({ url: z.string(), name: z.string() })

/** What emptying a file is decided on: that it is this one. A file never changes but by redaction. */
export const fileBasis = (id: number): Sha => hashOf({ file: id })

type Attachment = Comment['attachments'][number]

/** Whether a file still is what it was: what is redacted is an empty `redacted.txt`, or gone. */
export const isWhole = ({ deleted, file_name: name, size }: Attachment): boolean =>
  !deleted && !(name === 'redacted.txt' && !size)

/**
 * Whether an address still gives a file. Of a redaction Zendesk's answer shows the old file, so the
 * address itself is asked (facts of the client: `files.look`).
 */
export async function isGiven(url: string, { files }: Pick<Account, 'files'>): Promise<boolean> {
  const { status, name, size } = await files.look(url)
  return status >= 200 && status < 300 && name !== 'redacted.txt' && size !== 0
}

/**
 * The older redaction of one file, for accounts without Agent Workspace. Only while the ticket isn't
 * closed
 * (https://developer.zendesk.com/api-reference/ticketing/tickets/ticket-attachments/#redact-comment-attachment).
 */
export const attachmentRedact: Kind = {
  batch: 10,
  goneIsDone: true,
  provedBy: { tries: 3 },
  look: async (items, around) =>
    await lookAtComments(items, around, (item, comment) => {
      const file = fileIn(comment, item)
      return file && isWhole(file) ? fileBasis(file.id) : undefined
    }),
  send: async (items, { zendesk }) => {
    const item = only(items)
    const [ticket, comment] = [idOf(item, 'ticket'), idOf(item, 'comment')]
    await zendesk.comments.redactAttachment(ticket, comment, idOf(item, 'attachment'))
    return {}
  },
  readBack: async (items, around) => {
    const comments = await commentsLeft(items, around)
    const read = new Map<number, ReadBack>()
    for (const item of items) {
      const comment = comments.get(idOf(item, 'comment'))
      const file = comment && fileIn(comment, item)
      const stands = file && isWhole(file)
      const given = stands || (await isGiven(File.parse(item.change).url, around.zendesk))
      read.set(item.n, given ? 'not-applied' : 'done')
    }
    return read
  },
}

const fileIn = ({ attachments }: Comment, item: Item): Attachment | undefined =>
  attachments.find(({ id }) => id === idOf(item, 'attachment'))
