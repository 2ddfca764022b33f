import type { CallFind, FileFind } from '../../records/finds.ts'
import type { Comment } from '../../zendesk/index.ts'

/** The files and inline images of a comment that are not redacted: no scan of texts sees what they show. */
export const filesOf = ({ id, attachments }: Pick<Comment, 'id' | 'attachments'>): FileFind[] =>
  attachments
    .filter((file) => !file.deleted && !isEmptied(file))
    .map((file) => ({
      id: file.id,
      comment: id,
      name: file.file_name,
      type: file.content_type ?? 'application/octet-stream',
      size: file.size,
      inline: file.inline,
      url: file.content_url,
      malware: file.malware_scan_result === 'malware_found',
    }))

/**
 * What Zendesk leaves of a file that was redacted
 * (https://developer.zendesk.com/api-reference/ticketing/tickets/ticket-attachments/#redact-comment-attachment).
 */
const isEmptied = ({ file_name: name, size }: Comment['attachments'][number]): boolean =>
  name === 'redacted.txt' && !size

/** The call of a voice comment, as long as it is recorded. */
export function callsOf({ id: comment, type, data }: Comment): CallFind[] {
  const call = data?.['call_id']
  if (type !== 'VoiceComment' || !data?.['recording_url']) return []
  return typeof call === 'string' || typeof call === 'number' ? [{ id: String(call), comment }] : []
}
