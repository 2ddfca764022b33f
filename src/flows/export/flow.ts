import type { Draft } from '../../records/entry.ts'
import { isAnswered, operationsOf } from '../../records/phases.ts'
import type { Phase } from '../../records/plan.ts'
import type { Right } from '../../records/primitives.ts'
import type { Request } from '../../records/request.ts'
import { close } from '../close.ts'
import { carryOut } from '../execute/carry-out.ts'
import { lookForPeople } from '../find/people.ts'
import { lookForTraces } from '../find/traces.ts'
import type { Act, Ask, Flow } from '../flow.ts'
import type { Hands } from '../hands.ts'
import { load, note } from '../journal.ts'
import { rehearse } from '../rehearse.ts'
import { seal } from '../seal.ts'
import { whole } from '../vault.ts'
import { build } from './build.ts'
import { collect, isCollected } from './collect.ts'
import { exportsOf } from './hands.ts'
import { LINKS, waitForLinks } from './links.ts'
import { PERSON_ERASED } from './others.ts'
import { makeExportPlan } from './plan.ts'

const isFresh = (look: { stale: boolean } | undefined): boolean => look !== undefined && !look.stale

const hasEnded = ({ plan }: Request, name: Phase): boolean =>
  plan !== undefined && operationsOf(plan, name).every((n) => plan.outcomes.has(n))

const haveLinksEnded = ({ links }: Request): boolean =>
  links.every(({ ended }) => ended !== undefined)

/**
 * GDPR articles 15 and 20. The bundle is built first and approved after: building only reads, and the
 * approver can leaf through the very thing that is handed out. It is over when its last link is.
 */
export const exportFlow = (right: Extract<Right, 'access' | 'portability'>): Flow => ({
  right,
  steps: [
    act('find-people', (r) => isFresh(r.looks.people), lookForPeople),
    ask('confirm-people', (r) => r.looks.people?.decided !== undefined),
    act('find-traces', (r) => isFresh(r.looks.traces), lookForTraces),
    ask('decide-traces', (r) => r.looks.traces?.decided !== undefined),
    act('collect', (r) => isCollected(r) || r.plan !== undefined, unlessErased(collect)),
    act('bundle', (r) => r.built !== undefined || r.plan !== undefined, unlessErased(build)),
    act('plan', (r) => r.plan !== undefined, makeExportPlan),
    { kind: 'approve', name: 'approve', done: (r) => r.plan?.agreed !== undefined },
    act('rehearse', (r) => !r.rehearsal, rehearse),
    phase('delivery'),
    phase('answer'),
    ask('hand-over', isAnswered),
    { ...act(LINKS, haveLinksEnded, waitForLinks), sleepsAs: LINKS },
    act('prove', (r) => r.proved !== undefined, prove),
    act('close', (r) => r.closed !== undefined, close),
    { ...act('seal', (r) => r.sealed !== undefined, seal), afterClose: true },
  ],
})

function act(name: string, done: Act['done'], run: Act['run']): Act {
  return { kind: 'act', name, done, run }
}

function ask(name: string, done: Ask['done']): Ask {
  return { kind: 'ask', name, done }
}

function phase(name: Phase): Act {
  return act(
    name,
    (r) => hasEnded(r, name),
    async (r, hands) => await carryOut(r.id, name, hands),
  )
}

/** What was read while an erasure of the person ended is not left lying: it was forgotten before. */
const unlessErased =
  (run: Act['run']): Act['run'] =>
  async (request, hands) => {
    try {
      return await run(request, hands)
    } finally {
      const { halted } = await load(request.id, hands)
      if (halted?.code === PERSON_ERASED) await exportsOf(hands).shelf.remove(request.id)
    }
  }

/** Nothing was changed in the account: what is to be proved is what was handed out, and how often. */
async function prove(request: Request, hands: Hands): Promise<undefined> {
  const { links, built } = request
  const sum = (of: (link: (typeof links)[number]) => number) =>
    links.reduce((all, link) => all + of(link), 0)
  const counts = {
    links: links.length,
    downloads: sum(({ downloads }) => downloads),
    completed: sum(({ completed }) => completed),
  }
  const told = { counts, digest: built?.digest ?? null }
  const { commit: on, part } = await whole(`proof-${request.version}`, told, hands)
  const proved: Draft = { by: 'bot', kind: 'proved', code: 'proved', counts, on }
  await note(request, [proved], hands, { vault: new Map([part]) })
}
