import type { Draft } from '../records/entry.ts'
import type { OneSubject, Subject } from '../records/finds.ts'
import { type Id, Instant, type Member, type Right } from '../records/primitives.ts'
import { mayDo } from './authority.ts'
import { isExport } from './export/propose.ts'
import { type Hands, msOf } from './hands.ts'
import { nameFor, numberAfter } from './names.ts'
import { Refusal } from './refusal.ts'
import { parseSubject, parseView } from './subject.ts'
import { mostPeople, parseSubjects } from './subjects.ts'
import { whole } from './vault.ts'

/** Who it is about: as somebody wrote it, or as it was read from a list or a view. */
type About =
  | { readonly subject: string }
  | {
      readonly subjects: readonly OneSubject[]
      readonly source: Extract<Subject, { by: 'many' }>['source']
    }

/**
 * Opens a request. `subject` may name one person, several on as many lines, or a Zendesk view of
 * tickets, of which everybody who requested one is meant. Throws `Refusal` when the member may not,
 * or somebody is named in a way that cannot be read: then nothing is written.
 */
export async function openRequest(
  asked: About & { right: Right; by: Member; received?: Instant },
  hands: Hands,
): Promise<{ id: Id; number: string; name: string; people: number; duplicates: number }> {
  const role = await mayDo(asked.by, 'open', hands)
  const { subject, duplicates } = await subjectOf(asked, hands)
  // One bundle holds one person's data: in that of several, each would read of the others.
  if (subject.by === 'many' && isExport(asked.right)) throw new Refusal('one-person-only')
  const received = receiptOf(asked.received, hands)
  return await hands.store.exclusive('desk', async () => {
    const id = hands.newId()
    const at = hands.now()
    const { commit, part } = await whole('subject', subject, hands)
    const opened: Draft = {
      by: asked.by,
      role,
      kind: 'opened',
      right: asked.right,
      number: numberAfter(await numbers(hands), new Date(at).getUTCFullYear()),
      name: nameFor(id),
      subject: commit,
      received,
      rehearsal: hands.rehearsal,
    }
    const entry = { ...opened, id: hands.newId(), at }
    await hands.store.append(id, 0, [entry], { vault: new Map([part]) })
    const people = subject.by === 'many' ? subject.people.length : 1
    return { id, number: opened.number, name: opened.name, people, duplicates }
  })
}

type Named = { readonly subject: Subject; readonly duplicates: number }

async function subjectOf(asked: About, hands: Hands): Promise<Named> {
  if ('subjects' in asked) return manyOf(asked.subjects, asked.source)
  const view = parseView(asked.subject, hands.host)
  if (view !== undefined) return manyOf(await requestersIn(view, hands), 'view')
  // What stands on one line is read as one person first: a name may have a comma.
  if (!/[\r\n]/.test(asked.subject.trim()) && !/[,;\t]/.test(asked.subject)) {
    return { subject: parseSubject(asked.subject, hands.host), duplicates: 0 }
  }
  const { people, faults, duplicates } = parseSubjects(asked.subject, hands.host)
  const [fault] = faults
  if (fault && faults.length + people.length === 1) throw new Refusal(fault.code, fault.detail)
  if (fault)
    throw new Refusal(
      'subjects-faulty',
      faults
        .map(({ line }) => line)
        .slice(0, 20)
        .join(', '),
    )
  return { ...manyOf(people, 'list'), duplicates }
}

function manyOf(
  people: readonly OneSubject[],
  source: Extract<Subject, { by: 'many' }>['source'],
): Named {
  const [only, ...more] = people
  if (!only) throw new Refusal('subject-missing')
  if (people.length > mostPeople) throw new Refusal('subjects-too-many', String(mostPeople))
  if (more.length === 0) return { subject: only, duplicates: 0 }
  const each = new Map(people.map((one) => [JSON.stringify(one), one]))
  const subject: Subject = { by: 'many', source, people: [...each.values()] }
  return { subject, duplicates: people.length - each.size }
}

/** Each requester of a view's tickets, by one that can still be answered where there is one. */
async function requestersIn(view: number, { zendesk }: Hands): Promise<OneSubject[]> {
  if (!(await zendesk.views.show(view))) throw new Refusal('view-unknown')
  const tickets = new Map<number, { id: number; closed: boolean }>()
  for await (const { id, requester_id: requester, status } of zendesk.views.tickets(view)) {
    const before = tickets.get(requester)
    if (before && !before.closed) continue
    tickets.set(requester, { id, closed: status === 'closed' })
    if (tickets.size > mostPeople) throw new Refusal('subjects-too-many', String(mostPeople))
  }
  if (tickets.size === 0) throw new Refusal('view-empty')
  return [...tickets.values()].map(({ id }) => ({ by: 'ticket', id }))
}

async function numbers(hands: Hands): Promise<string[]> {
  const all: string[] = []
  for await (const { number } of hands.store.list()) all.push(number)
  return all
}

/** When the request came in: now, or a moment in the past that somebody gives. */
function receiptOf(received: string | undefined, { now }: Hands): Instant {
  if (received === undefined) return now()
  if (!Instant.safeParse(received).success || msOf(received) > msOf(now())) {
    throw new Refusal('received-unclear')
  }
  return received
}
