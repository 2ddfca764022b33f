import { english } from './filler-english.ts'
import { french } from './filler-french.ts'
import { orderField, staff } from './people.ts'
import type { Random } from './random.ts'
import type { Story } from './story-types.ts'

/** A conversation of the everyday kind: `{name}`, `{order}`, `{item}` are filled in. */
export type Topic = {
  readonly tag: string
  readonly subjects: readonly string[]
  readonly asks: readonly string[]
  readonly answers: readonly string[]
  readonly ends: readonly string[]
}

type Wanted = {
  readonly id: number
  readonly customer: { readonly id: number; readonly french: boolean; readonly first: string }
  readonly status: Story['status']
  readonly archived: boolean
}

const items = [
  'Skagen 2',
  'Fjell',
  'Trollstigen',
  'Hardanger 45',
  'Isbre',
  'Rondane',
  'Lofoten 30',
  'Senja',
  'Varde',
  'Stetind',
]

/** What is said in an everyday conversation, before names are filled in. */
export type Plan = {
  readonly topic: Topic
  readonly agent: Agent
  readonly item: string
  readonly ask: string
  readonly answer: string | undefined
  readonly end: string | undefined
  readonly channel: 'email' | 'web' | 'api'
  readonly subject: string
}

type Agent = (typeof agents)[number]
const agents = [staff.agent, staff.second, staff.third] as const

/** Draws an everyday conversation, two to four comments long. The order of the draws is part of the sample. */
export function planOf(random: Random, isFrench: boolean, status: Story['status']): Plan {
  const topic = random.pick(isFrench ? french : english)
  return {
    topic,
    agent: random.pick(agents),
    item: random.pick(items),
    ask: random.pick(topic.asks),
    answer: status === 'new' ? undefined : random.pick(topic.answers),
    end: status === 'closed' || status === 'solved' ? random.pick(topic.ends) : undefined,
    channel: random.pick(['email', 'email', 'email', 'web', 'api'] as const),
    subject: random.pick(topic.subjects),
  }
}

/** The order that a conversation is about. */
export const orderOf = (ticket: number): string => `NO-${100_000 + ((ticket * 37) % 80_000)}`

/** An everyday conversation. */
export function conversation(random: Random, { id, customer, status, archived }: Wanted): Story {
  const plan = planOf(random, customer.french, status)
  const given = {
    name: customer.first,
    order: orderOf(id),
    item: plan.item,
    agent: plan.agent.name.split(' ')[0] ?? '',
  }
  const say = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (_, key: string) => given[key as keyof typeof given] ?? '')
  const line = (by: number, text: string | undefined) =>
    text === undefined ? [] : [{ by, text: say(text) }]
  return {
    id,
    subject: say(plan.subject),
    by: customer.id,
    status,
    ...(archived ? { archived } : {}),
    channel: plan.channel,
    tags: [plan.topic.tag],
    fields: [{ id: orderField, value: given.order }],
    lines: [
      ...line(customer.id, plan.ask),
      ...line(plan.agent.id, plan.answer),
      ...line(customer.id, plan.end),
    ],
  }
}
