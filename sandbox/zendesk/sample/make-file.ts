import { createHash } from 'node:crypto'
import type { Attachment } from '../account/records.ts'
import type { StoryFile } from './story-types.ts'

/** A file's record. What is in it tells what one would see. */
export function fileOf(
  file: StoryFile,
  { id, comment }: { id: number; comment: number },
): Attachment {
  const content = Buffer.from(`${file.name}: ${file.about}\n`)
  const picture = file.type.startsWith('image/')
  return {
    id,
    comment_id: comment,
    file_name: file.name,
    token: createHash('sha256').update(`file ${id}`).digest('base64url').slice(0, 27),
    content_type: file.type,
    content: content.toString('base64'),
    size: content.length,
    width: picture ? 1024 : null,
    height: picture ? 768 : null,
    inline: file.inline === true,
    redacted: false,
  }
}
