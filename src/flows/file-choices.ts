import type { Choice, FileFind, FileVerdict, TicketFind, TraceIndex } from '../records/finds.ts'
import { Refusal } from './refusal.ts'

/** Whether a file or a recording goes by this word. */
export const takesFiles = ({ files = {} }: Pick<Choice, 'files'>): boolean =>
  Object.values(files).some(({ verdict }) => verdict === 'redact')

/**
 * Throws `Refusal` where a word on a file cannot be: it is of no file that was found, the file holds
 * malware, so nobody can have opened it and seen nothing, Zendesk would not take it out, or it is said
 * of what is handed out.
 */
export function refuseFiles(
  find: TicketFind,
  { files = {} }: Choice,
  index: Pick<TraceIndex, 'agentWorkspace'>,
): void {
  const known = knownIn(find)
  const strangers = Object.keys(files).filter((id) => !known.has(id))
  if (strangers.length > 0) throw new Refusal('unknown-item', String(strangers.length))
  for (const [id, said] of Object.entries(files)) {
    const file = known.get(id)
    if (file) refuseVerdict(file, said, { ...find, ...index })
  }
}

function refuseVerdict(
  file: FileFind,
  { verdict }: FileVerdict,
  { status, agentWorkspace }: { status: string; agentWorkspace: boolean },
): void {
  if (verdict === 'give' || verdict === 'hold-back') {
    throw new Refusal('action-impossible', 'another-right')
  }
  if (verdict === 'nothing-there') {
    if (file.malware) throw new Refusal('action-impossible', 'malware')
  } else if (status === 'closed' && !agentWorkspace) {
    // The older redaction of files takes no closed ticket.
    throw new Refusal('action-impossible', 'closed-ticket')
  }
}

/** What lies in a ticket, by id; a recording lies with Talk and is no file of the ticket's. */
const knownIn = ({
  attachments,
  calls,
}: Pick<TicketFind, 'attachments' | 'calls'>): Map<string, FileFind | undefined> =>
  new Map([
    ...attachments.map((file) => [String(file.id), file] as const),
    ...calls.map(({ id }) => [id, undefined] as const),
  ])

/** Words on files from before, as far as the files are still there. */
export function filesStillThere(
  find: Pick<TicketFind, 'attachments' | 'calls'>,
  files: Readonly<Record<string, FileVerdict>>,
): Record<string, FileVerdict> {
  const here = knownIn(find)
  return Object.fromEntries(Object.entries(files).filter(([id]) => here.has(id)))
}
