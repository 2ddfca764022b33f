import type { CollectedFile, RawRecord } from '../../records/collected.ts'
import type { TicketDecision, TicketFind } from '../../records/finds.ts'
import { ZendeskRefused } from '../../zendesk/index.ts'
import type { Hands } from '../hands.ts'
import type { Pieces } from './pieces.ts'

/**
 * The files of a ticket: those that a human has seen and given are read, all others are named as held
 * back, and malware is never fetched.
 */
export async function filesOf(
  { find, files }: TicketDecision,
  comments: readonly RawRecord[],
  pieces: Pieces,
  hands: Hands,
): Promise<CollectedFile[]> {
  const all = [...attachmentsOf(find), ...callsOf(find, comments)]
  const taken: CollectedFile[] = []
  for (const { url, malware, ...lying } of all) {
    const isGiven = files[lying.id]?.verdict === 'give' && url !== undefined
    // As it is called on the shelf.
    const file = { ...lying, id: lying.id.toLowerCase() }
    if (malware) taken.push({ ...file, heldBack: 'malware' })
    else if (!isGiven) taken.push({ ...file, heldBack: 'held-back' })
    else taken.push(await taking(file, url, pieces, hands))
  }
  return taken
}

type Lying = CollectedFile & { readonly url: string | undefined; readonly malware: boolean }

const attachmentsOf = ({ id: ticket, attachments }: TicketFind): Lying[] =>
  attachments.map(({ id, comment, name, type, inline, url, malware }) => ({
    id: String(id),
    ticket,
    comment,
    name,
    type,
    inline,
    recording: false,
    url,
    malware,
  }))

function callsOf({ id: ticket, calls }: TicketFind, comments: readonly RawRecord[]): Lying[] {
  return calls.map(({ id, comment }) => {
    const data = comments.find((one) => one.id === comment)?.['data']
    const url =
      data && typeof data === 'object' && 'recording_url' in data ? data.recording_url : undefined
    return {
      id,
      ticket,
      comment,
      name: `${id}.mp3`,
      type: 'audio/mpeg',
      inline: false,
      recording: true,
      url: typeof url === 'string' ? url : undefined,
      malware: false,
    }
  })
}

/** What cannot be had any more is said, and stops nothing. */
async function taking(
  file: CollectedFile,
  url: string,
  pieces: Pieces,
  { zendesk }: Hands,
): Promise<CollectedFile> {
  try {
    const open = async () => (await zendesk.files.stream(url)).content
    return { ...file, ...(await pieces.file(file.id, open)) }
  } catch (error) {
    const isGone = error instanceof ZendeskRefused || error instanceof TypeError
    if (!isGone) throw error
    return { ...file, heldBack: 'not-there' }
  }
}
