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

/** An everyday conversation, two to four comments long. */
export function conversation(random: Random, { id, customer, status, archived }: Wanted): Story {
  const topic = random.pick(customer.french ? french : english)
  const agent = random.pick([staff.agent, staff.second, staff.third])
  const given = {
    name: customer.first,
    order: `NO-${100_000 + ((id * 37) % 80_000)}`,
    item: random.pick(items),
    agent: agent.name.split(' ')[0] ?? '',
  }
  const say = (from: readonly string[]): string =>
    random
      .pick(from)
      .replace(/\{(\w+)\}/g, (_, key: string) => given[key as keyof typeof given] ?? '')
  const lines = [
    { by: customer.id, text: say(topic.asks) },
    ...(status === 'new' ? [] : [{ by: agent.id, text: say(topic.answers) }]),
    ...(status === 'closed' || status === 'solved'
      ? [{ by: customer.id, text: say(topic.ends) }]
      : []),
  ]
  const channel = random.pick(['email', 'email', 'email', 'web', 'api'] as const)
  return {
    id,
    subject: say(topic.subjects),
    by: customer.id,
    status,
    ...(archived ? { archived } : {}),
    channel,
    tags: [topic.tag],
    fields: [{ id: orderField, value: given.order }],
    lines,
  }
}
