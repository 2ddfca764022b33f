import type { Tables } from './tables.ts'

type Name = keyof Tables
type Key = string | number
type Keys = { readonly [N in Name]?: Readonly<Record<string, (row: Tables[N]) => readonly Key[]>> }

/** What rows are asked for by, beside their id. A list that every call would scan has a key here. */
const keys = {
  tickets: {
    requester_id: ({ requester_id }) => [requester_id],
    assignee_id: ({ assignee_id }) => (assignee_id === null ? [] : [assignee_id]),
    email_cc_ids: ({ email_cc_ids }) => email_cc_ids,
    follower_ids: ({ follower_ids }) => follower_ids,
  },
  comments: { ticket_id: ({ ticket_id }) => [ticket_id] },
  attachments: { comment_id: ({ comment_id }) => [comment_id], token: ({ token }) => [token] },
  audits: { ticket_id: ({ ticket_id }) => [ticket_id] },
  identities: {
    user_id: ({ user_id }) => [user_id],
    value: ({ value }) => [value.toLowerCase()],
    digits: ({ type, value }) => (type === 'phone_number' ? [value.replace(/\D/g, '')] : []),
  },
  chats: { ticket_id: ({ ticket_id }) => [ticket_id] },
  sides: { ticket_id: ({ ticket_id }) => [ticket_id] },
  ratings: { ticket_id: ({ ticket_id }) => [ticket_id] },
} satisfies Keys

/** A table that has such keys, and the keys it has. */
export type Keyed = keyof typeof keys
export type KeyOf<N extends Keyed> = keyof (typeof keys)[N] & string

/** The ids behind each key, kept as rows come and go. */
export class Indexes {
  readonly #ids = new Map<string, Map<Key, Set<Key>>>()

  add<N extends Name>(table: N, row: Tables[N]): void {
    for (const [ids, key] of this.#places(table, row)) {
      const known = ids.get(key)
      if (known) known.add(row.id)
      else ids.set(key, new Set([row.id]))
    }
  }

  /** Leaves the places that both have as they are, and with them the order. */
  move<N extends Name>(table: N, from: Tables[N], to: Tables[N]): void {
    const stays = [...this.#places(table, to)]
    for (const [ids, key] of this.#places(table, from))
      if (!stays.some(([other, same]) => other === ids && same === key))
        ids.get(key)?.delete(from.id)
    this.add(table, to)
  }

  remove<N extends Name>(table: N, row: Tables[N]): void {
    for (const [ids, key] of this.#places(table, row)) {
      const known = ids.get(key)
      known?.delete(row.id)
      if (known?.size === 0) ids.delete(key)
    }
  }

  ids(table: Keyed, by: string, key: Key): Iterable<Key> {
    return this.#ids.get(`${table}.${by}`)?.get(key) ?? []
  }

  *#places<N extends Name>(table: N, row: Tables[N]): Generator<[Map<Key, Set<Key>>, Key]> {
    const own = (keys as Keys)[table]
    if (!own) return
    for (const [by, read] of Object.entries(own)) {
      const name = `${table}.${by}`
      const ids = this.#ids.get(name) ?? new Map<Key, Set<Key>>()
      this.#ids.set(name, ids)
      for (const key of read(row)) yield [ids, key]
    }
  }
}
