import type { FileVerdict, TicketDecision } from '../../records/finds.ts'
import type { Found } from './groups.ts'

/** A file, an image or a recorded call of a ticket that stays. No search of texts sees what it holds. */
export type FileItem = {
  /** Tells it apart from every other one of the request. */
  readonly key: string
  readonly ticket: TicketDecision['find']
  /** Its id, as verdicts name it. */
  readonly id: string
  readonly kind: 'file' | 'call'
  readonly name: string
  readonly type: string
  /** Bytes, where Zendesk tells. */
  readonly size: number | null
  readonly inline: boolean
  readonly malware: boolean
  /** What somebody has seen in it; nothing as long as nobody has opened it. */
  readonly verdict?: FileVerdict | undefined
  /** Whether it can be taken out of its ticket here. */
  readonly removable: boolean
}

/** The files and recordings of every ticket that is not deleted, in the order of the tickets. */
export const filesOf = ({ tickets, index }: Pick<Found, 'tickets' | 'index'>): FileItem[] =>
  tickets.flatMap((said) =>
    said.action === 'delete' && !said.open ? [] : filesIn(said, index.agentWorkspace),
  )

function filesIn({ find, files }: TicketDecision, agentWorkspace: boolean): FileItem[] {
  const removable = !find.held && !find.unread && (find.status !== 'closed' || agentWorkspace)
  const base = (id: string) => ({ key: `${find.id}-${id}`, ticket: find, id, verdict: files[id] })
  const calls = find.calls.map(({ id }): FileItem => {
    const call = { kind: 'call', name: '', type: '', size: null, inline: false } as const
    return { ...base(id), ...call, malware: false, removable: !find.held && !find.unread }
  })
  const attached = find.attachments.map(({ id, name, type, size, inline, malware }): FileItem => {
    return { ...base(String(id)), kind: 'file', name, type, size, inline, malware, removable }
  })
  return [...attached, ...calls]
}

/** What is known of them. */
export type FileTally = {
  readonly unopened: number
  readonly redacted: number
  readonly harmless: number
}

export function fileTally(items: readonly FileItem[]): FileTally {
  const tally = { unopened: 0, redacted: 0, harmless: 0 }
  for (const { verdict } of items) {
    if (!verdict) tally.unopened += 1
    else if (verdict.verdict === 'redact') tally.redacted += 1
    else tally.harmless += 1
  }
  return tally
}
