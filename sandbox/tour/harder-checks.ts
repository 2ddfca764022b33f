import { absent, callTickets, cases, chatTickets, quietTag } from '../zendesk/sample/case-people.ts'
import { staff } from '../zendesk/sample/people.ts'
import { type Check, plain } from './checks.ts'
import { crowd } from './many-people.ts'
import type { Listed } from './reading.ts'
import type { Stage } from './stage.ts'

type State = ReturnType<Stage['account']['state']>

/** Before the harder cases began, and when they had ended. */
type Both = { readonly before: State; readonly after: State }

const phones = [cases.caller.phone, cases.phoned.phone, absent.phone].map((phone) =>
  phone.replaceAll(/\D/g, '').slice(-9),
)
const traces = [...[...crowd, absent].flatMap(({ name, email }) => [name, email]), ...phones].map(
  plain,
)

const speaksOfThem = (record: unknown): boolean => {
  const text = plain(JSON.stringify(record))
  return traces.some((trace) => text.includes(trace))
}

/**
 * What still speaks of any of them lies in tickets that a plan named among what stays, and not in what
 * their comments say. No search of Zendesk's reads side conversations: where nothing else leads to a
 * ticket, nobody finds what stands in one.
 */
export function allForgotten({ after }: Both, listed: Listed): Check {
  const isNamed = (ticket: number): boolean => listed.has(`kept ${ticket}`)
  const left = [
    ...after.tickets.filter(({ id }) => !isNamed(id)),
    ...after.comments.filter(({ ticket_id: ticket }) => !isNamed(ticket)),
    ...after.comments.filter(isReachable).map(({ body }) => body),
    ...after.chats.filter(({ ticket_id: ticket }) => !isNamed(ticket)),
    ...after.chats.flatMap(({ history }) => history.map(({ message }) => message ?? '')),
    ...after.users,
    ...after.identities,
    ...after.suspended_tickets,
  ].filter(speaksOfThem)
  const beside = after.side_conversations.filter(speaksOfThem).length
  return {
    name: 'the account holds nothing of the eight others but what a plan named as staying',
    ok: left.length === 0,
    found: `${left.length} traces left; side conversations that no search reads: ${beside}`,
  }
}

/** The comment of a conversation of messages, which repeats its title, takes no redaction. */
const isReachable = ({ ticket_id: ticket }: State['comments'][number]): boolean =>
  !Object.values(chatTickets).some((one) => one === ticket)

/** The recordings of the calls are gone, and of nobody else's. */
export function recordingsGone({ before, after }: Both): Check {
  const calls = before.comments.filter(({ ticket_id: id }) => callTickets.some((one) => one === id))
  const text = JSON.stringify(calls)
  const hers = before.recordings.filter((id) => text.includes(id))
  const left = hers.filter((id) => after.recordings.includes(id))
  const lost = before.recordings.length - after.recordings.length - (hers.length - left.length)
  return {
    name: 'the recordings of her calls are gone, and nobody else’s',
    ok: hers.length === callTickets.length && left.length === 0 && lost === 0,
    found: `${hers.length} recordings, ${left.length} of them left, ${lost} others lost`,
  }
}

/** The old address of the picture that was blacked out gives nothing; nobody has opened the other. */
export async function pictureGone({ account }: Stage, { before }: Both): Promise<Check> {
  const gives = async (name: string): Promise<boolean> => {
    const { token = '' } = before.attachments.find((one) => one.file_name === name) ?? {}
    return (await fetch(`${account.url}/attachments/token/${token}/?name=${name}`)).ok
  }
  const [gone, other] = [!(await gives('fermeture.jpg')), await gives('IMG_2041.png')]
  return {
    name: 'the old address of the blacked-out picture gives nothing; the unopened one is as it was',
    ok: gone && other,
    found: `${gone ? 'nothing' : 'a picture'} there, ${other ? 'a picture' : 'nothing'} beside it`,
  }
}

/** Rules that leave the policy's tag out have mailed and pushed nothing. */
export function rulesKeptQuiet({ before, after }: Both): Check {
  const known = new Set([...before.mails, ...before.pushes].map(({ id }) => id))
  const sent = [...after.mails, ...after.pushes].filter(({ id }) => !known.has(id))
  const tagged = after.tickets.filter(({ tags }) => tags.includes(quietTag)).length
  return {
    name: 'no rule has mailed or pushed anything, for the tag was set first',
    ok: tagged > 0 && sent.length === 0,
    found: `${tagged} tickets with the tag, ${sent.length} mails and pushes`,
  }
}

/** Whoever was on nobody's list is there as before: bystanders, staff, and those who share a name. */
export function nobodyElse({ before, after }: Both): Check {
  const gone = new Set<number>(crowd.map(({ id }) => id))
  const others = ({ users }: State) => users.filter(({ id }) => !gone.has(id)).map(({ id }) => id)
  const left = new Set(others(after))
  const lost = others(before).filter((id) => !left.has(id))
  return {
    name: 'nobody but those who asked has gone, and the owner is still there',
    ok: lost.length === 0 && left.has(staff.owner.id),
    found: `${left.size} users, ${lost.length} lost`,
  }
}
