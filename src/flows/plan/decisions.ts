import {
  type FileFind,
  PeopleDecision,
  type TicketDecision,
  TraceDecision,
  TraceIndex,
} from '../../records/finds.ts'
import type { Request } from '../../records/request.ts'
import type { Chat } from '../../zendesk/index.ts'
import { policyInForce } from '../authority.ts'
import { gather } from '../gather.ts'
import type { Hands } from '../hands.ts'
import { decidedTickets } from '../pages.ts'
import { recall } from '../vault.ts'
import type { Decided } from './decided.ts'
import { filesToGo } from './files.ts'

/** What a plan follows from. */
export type Behind = {
  readonly decision: TraceDecision
  readonly decided: Decided
  /** Of several people, how each can be answered. */
  readonly answers: TraceIndex['answers']
  /** Deleted tickets that can still be restored. */
  readonly inBin: readonly number[]
}

/** All that humans have decided, with what of the account decides how it is done. */
export async function decisionsBehind(request: Request, hands: Hands): Promise<Behind> {
  const { people, traces } = request.looks
  if (!people?.decided || !traces?.decided) throw new Error(`${request.number}: not decided yet`)
  const { users } = await recall(request.id, people.decided.on, PeopleDecision, hands)
  const decision = await recall(request.id, traces.decided.on, TraceDecision, hands)
  const index = await recall(request.id, traces.finds, TraceIndex, hands)
  const { ownTicket, agentWorkspace, inBin } = index
  const tickets = await decidedTickets(request.id, decision, hands)
  const { suspended, held, identities = [] } = decision
  const { tag } = await policyInForce(hands)
  const { role } = await hands.zendesk.users.me()
  return {
    decision,
    inBin,
    answers: index.answers,
    decided: {
      users,
      tickets,
      suspended,
      identities,
      known: await saidBy(identities, hands),
      held,
      ...(ownTicket ? { ownTicket } : {}),
      ...answering(index),
      ...(tag === undefined ? {} : { tag }),
      agentWorkspace,
      admin: role === 'admin',
      chatFiles: await chatFilesIn(tickets, hands),
    },
  }
}

/** Of several people, the tickets on which they are answered. */
const answering = ({ answers }: TraceIndex): Pick<Decided, 'answering'> =>
  answers ? { answering: new Set(answers.flatMap(({ ticket }) => ticket ?? [])) } : {}

/** What the identities that go say now. */
async function saidBy(
  identities: Decided['identities'],
  { zendesk }: Hands,
): Promise<Decided['known']> {
  const known = new Map<number, { type: string; value: string }>()
  for (const user of new Set(identities.map((one) => one.user))) {
    for (const { id, type, value } of await gather(zendesk.identities.list(user))) {
      known.set(id, { type, value })
    }
  }
  return known
}

const chats: ReadonlySet<string> = new Set(['chat', 'messaging', 'native_messaging'])

type Said = { readonly chat: string; readonly message: string | number }

/** In which messages the files of chats came that go. */
async function chatFilesIn(
  tickets: readonly TicketDecision[],
  { zendesk }: Hands,
): Promise<ReadonlyMap<number, Said>> {
  const found = new Map<number, Said>()
  for (const ticket of tickets) {
    const files = chats.has(ticket.find.channel) ? filesToGo(ticket) : []
    if (files.length === 0) continue
    for await (const chat of zendesk.chats.inTicket(ticket.find.id)) {
      for (const [id, said] of saidIn(chat, files)) found.set(id, said)
    }
  }
  return found
}

const saidIn = ({ chatId, messages }: Chat, files: readonly FileFind[]): [number, Said][] =>
  messages.flatMap(({ messageId, chatIndex, fileName, fileUrl }) => {
    const message = messageId ?? chatIndex
    const file = files.find(({ name, url }) => (fileUrl ? url === fileUrl : name === fileName))
    return file && message !== undefined ? [[file.id, { chat: chatId, message }]] : []
  })
