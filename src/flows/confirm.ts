import { type Candidate, PeopleDecision, PeopleFinds, type TermRecord } from '../records/finds.ts'
import type { Policy } from '../records/policy.ts'
import { Code } from '../records/primitives.ts'
import type { Request } from '../records/request.ts'
import { deed, policyInForce } from './authority.ts'
import { decided, deciding, type Seen } from './decide.ts'
import { latestDecision } from './find/earlier.ts'
import { mergedTerms } from './find/terms.ts'
import type { Hands } from './hands.ts'
import { note } from './journal.ts'
import { seedTerms } from './matching/index.ts'
import { Refusal } from './refusal.ts'
import { recall, whole } from './vault.ts'

/** What a human says of who was found. */
type Word = Seen & {
  readonly users: readonly number[]
  /** What to look for besides what profiles give; without any user it is all there is. */
  readonly terms?: readonly Pick<TermRecord, 'kind' | 'value'>[]
  /** Of several people, who is left out: his place in the list, and why, as a code. */
  readonly leftOut?: PeopleDecision['leftOut']
}

/**
 * "This is the person": the users that a human confirms among those who were found; the other
 * candidates are somebody else. Who is deleted already stays part of the person, and needs no new
 * word. A person without any user is confirmed by terms alone. Of several people each needs a word:
 * a user, or that he is left out. Staff may be confirmed where our own credentials may delete them.
 */
export async function confirmPeople(asked: Word, hands: Hands): Promise<void> {
  await deed({ ...asked, name: 'confirm-people' }, hands, async () => {
    const { request, look, role } = await deciding(asked, 'people', hands)
    const finds = await recall(asked.id, look.finds, PeopleFinds, hands)
    const policy = await policyInForce(hands)
    const terms = givenTerms(asked.terms ?? [], policy)
    const decision = await decisionOn(finds, { ...asked, terms }, { request, hands })
    const { commit, part } = await whole(`people-${look.round}-decided`, decision, hands)
    const counts = countsOf(decision, finds, asked.users)
    const entry = decided({ by: asked.by, role }, look, 'people', { on: commit, counts })
    await note(request, [entry], hands, { vault: new Map([part]) })
  })
}

type Given = Omit<Word, 'terms'> & { readonly terms: PeopleDecision['terms'] }

async function decisionOn(
  finds: PeopleFinds,
  asked: Given,
  { request, hands }: { request: Request; hands: Hands },
): Promise<PeopleDecision> {
  const { candidates, namesakes = [], gone } = finds
  const { terms, leftOut = [] } = asked
  const found = [...candidates, ...namesakes]
  if (found.length + gone.length + terms.length + leftOut.length === 0) {
    throw new Refusal('nobody-found')
  }
  const byId = new Map(found.map((one) => [one.id, one]))
  const chosen = [...new Set(asked.users)].map((id) => oneOf(byId, id))
  const users = [...chosen, ...gone]
  if (users.length + terms.length === 0) throw new Refusal('still-undecided', '1')
  // Nobody is erased of whom it was said in the same breath that he is left out.
  const isBoth = chosen.some(({ person }) => leftOut.some((out) => out.person === person))
  if (isBoth) throw new Refusal('unknown-item', '1')
  const open = undecided(finds, users, leftOut)
  if (open > 0) throw new Refusal('still-undecided', String(open))
  await refuseStaff(chosen, hands)
  const others = await othersAmong(candidates, chosen, { request, hands })
  return { users, others, terms, leftOut }
}

function oneOf(found: ReadonlyMap<number, Candidate>, id: number): Candidate {
  const one = found.get(id)
  if (!one) throw new Refusal('not-among-found')
  return one
}

/** Of how many people in the list nobody has said who he is, or that he is left out. */
function undecided(
  { people = [] }: PeopleFinds,
  users: readonly Candidate[],
  leftOut: PeopleDecision['leftOut'],
): number {
  const isCode = leftOut.every(({ code }) => Code.safeParse(code).success)
  if (!isCode) throw new Refusal('reason-missing')
  const said = new Set([
    ...users.map(({ person }) => person),
    ...leftOut.map(({ person }) => person),
  ])
  const open = people.filter(({ sameAs }, person) => sameAs === undefined && !said.has(person))
  return open.length
}

/**
 * Zendesk lets administrators alone delete staff, and nobody the account's owner, of whom no call
 * tells who it is: an administrator is made an agent first, which no owner can be.
 */
async function refuseStaff(chosen: readonly Candidate[], { zendesk }: Hands): Promise<void> {
  const staff = chosen.filter(({ role }) => role !== 'end-user')
  if (staff.length === 0) return
  const me = await zendesk.users.me()
  if (staff.some(({ id }) => id === me.id)) throw new Refusal('person-is-ourselves')
  if (staff.some(({ role }) => role === 'admin')) throw new Refusal('person-is-admin')
  if (me.role !== 'admin') throw new Refusal('person-is-staff')
}

/** Who is somebody else by a human's word, now or in an earlier round. */
async function othersAmong(
  candidates: readonly Candidate[],
  chosen: readonly Candidate[],
  { request, hands }: { request: Request; hands: Hands },
): Promise<number[]> {
  const on = await latestDecision(request, 'people', hands)
  const before = on ? (await recall(request.id, on, PeopleDecision, hands)).others : []
  const all = new Set([...before, ...candidates.map(({ id }) => id)])
  for (const { id } of chosen) all.delete(id)
  return [...all]
}

/** What is longer stands in no profile, and what is shorter in every text. */
const [shortest, longest] = [2, 320]

/** Terms as the policy counts them, whatever strength they were given with. */
function givenTerms(
  given: readonly Pick<TermRecord, 'kind' | 'value'>[],
  { country, personalData }: Policy,
): PeopleDecision['terms'] {
  const terms = given.map(({ kind, value: written }): TermRecord => {
    const value = written.trim()
    if (value.length < shortest || value.length > longest) throw new Refusal('term-unclear')
    const weak = !personalData.strong.includes(kind) || seedStrength(value, country) === 'weak'
    return { kind, value, strength: weak ? 'weak' : 'strong' }
  })
  return mergedTerms(terms)
}

/** An id of a few signs stands in every text: no policy makes it strong. */
const seedStrength = (externalId: string, country: string): TermRecord['strength'] | undefined =>
  seedTerms({ name: '', externalId, identities: [] }, { country })[0]?.strength

function countsOf(
  { users, terms, leftOut }: PeopleDecision,
  { candidates }: PeopleFinds,
  chosen: readonly number[],
): Record<string, number> {
  const said = new Set(chosen)
  return {
    confirmed: users.length,
    'not-the-person': candidates.filter(({ id }) => !said.has(id)).length,
    ...(terms.length > 0 ? { terms: terms.length } : {}),
    ...(leftOut.length > 0 ? { 'left-out': leftOut.length } : {}),
  }
}
