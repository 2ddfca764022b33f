import type { FileFind, TicketDecision } from '../../records/finds.ts'
import type { Phase } from '../../records/plan.ts'
import { readHtml } from '../matching/html-source.ts'
import type { Hit } from '../matching/index.ts'
import { fileBasis } from '../operations/attachment-redact.ts'
import { chatFileBasis } from '../operations/chat-redact.ts'
import { recordingBasis } from '../operations/recording-delete.ts'
import type { Decided } from './decided.ts'
import { type OperationDraft, personOf } from './drafts.ts'

/** What somebody has opened, and said that it goes. */
export const filesToGo = ({ find, files, action }: TicketDecision): readonly FileFind[] =>
  action === 'delete' ? [] : find.attachments.filter(({ id }) => files[id]?.verdict === 'redact')

/** Nobody has opened these, and they stay: how many, and what those with a name are called. */
export function unopenedFiles(decision: TicketDecision): {
  files: number
  recordings: number
  names: string[]
} {
  const { find, files } = decision
  const unseen = find.attachments.filter(({ id }) => !files[id])
  const going = new Set(callsToGo(decision))
  const calls = find.calls.filter(({ id }) => !files[id] && !going.has(id))
  return {
    // What the look has counted and not named is not known to be opened either.
    files: unseen.length + unnamed(find),
    recordings: calls.length,
    names: unseen.map(({ name }) => name),
  }
}

const unnamed = ({ files, attachments }: TicketDecision['find']): number =>
  Math.max(0, files - attachments.length)

/**
 * The recorded calls of a ticket that stays and that go: the person's own, and those of which
 * somebody who has listened has said so.
 */
export function callsToGo({ find, files, action }: TicketDecision): string[] {
  if (action === 'delete' || find.held) return []
  const goes = (id: string): boolean => {
    const said = files[id]?.verdict
    return said ? said === 'redact' : find.relation === 'own' && action === 'redact'
  }
  return find.calls.filter(({ id }) => goes(id)).map(({ id }) => id)
}

/** Recordings go before the comments that name them. Only an administrator can delete them. */
export function recordings(
  decision: TicketDecision,
  phase: Phase,
  { admin }: Pick<Decided, 'admin'>,
): OperationDraft[] {
  if (!admin) return []
  const going = new Set(callsToGo(decision))
  const { find, code } = decision
  return find.calls
    .filter(({ id }) => going.has(id))
    .map(({ id, comment }) => ({
      phase,
      kind: 'recording.delete',
      address: { ticket: find.id, comment, call: id },
      basis: recordingBasis(id),
      why: code,
      undo: 'none',
      ...personOf(find.people),
    }))
}

/** Files one by one, where Agent Workspace does not take them with their comment. */
export function singleFiles(
  decision: TicketDecision,
  phase: Phase,
  { agentWorkspace, chatFiles }: Pick<Decided, 'agentWorkspace' | 'chatFiles'>,
): OperationDraft[] {
  const { find, code } = decision
  const common = { phase, why: code, undo: 'none', ...personOf(find.people) } as const
  return filesToGo(decision).flatMap((file): OperationDraft[] => {
    const said = chatFiles.get(file.id)
    if (said) {
      const address = { ticket: find.id, ...said }
      const change = { name: file.name }
      const basis = chatFileBasis(file.name)
      return [{ ...common, kind: 'chat-file.redact', address, change, basis }]
    }
    if (agentWorkspace || find.status === 'closed') return []
    const address = { ticket: find.id, comment: file.comment, attachment: file.id }
    const change = { url: file.url, name: file.name }
    return [{ ...common, kind: 'attachment.redact', address, change, basis: fileBasis(file.id) }]
  })
}

/** The inline images among these, where a comment's HTML shows them: as hits of their tags. */
export function imagesIn(body: string, files: readonly FileFind[]): Map<number, Hit> {
  const images = new Map<number, Hit>()
  for (const { start, end, values } of readHtml(body).tags) {
    if (!/^<img\b/i.test(body.slice(start, end))) continue
    const shown = files.find(({ url, inline }) => inline && values.some((one) => isOf(one, url)))
    const term = { kind: 'other', value: '', strength: 'strong' } as const
    if (shown) images.set(shown.id, { term, spans: [{ start, end }], text: '', attribute: true })
  }
  return images
}

/** The same file: addresses differ in their host where an account has a name of its own. */
function isOf(address: string, url: string): boolean {
  if (address === url) return true
  const [one, other] = [tokenOf(address), tokenOf(url)]
  return one !== undefined && one === other
}

const tokenOf = (address: string): string | undefined => /\/token\/([\w-]+)/.exec(address)?.[1]
