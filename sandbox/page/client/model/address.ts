/** Where somebody is on the page; it stands in the address, so a reload keeps it. */
export type Address = {
  /** The member; nobody has signed in where it is missing. */
  readonly as?: string
  /** A channel, or `home` for the app's home tab. */
  readonly in?: string
  /** The first message of the open thread. */
  readonly thread?: string
  /** The tab of the Zendesk panel, `off` where it is closed. */
  readonly desk?: string
  /** The open ticket. */
  readonly ticket?: string
  /** Which column a narrow screen shows, where it isn't the conversation. */
  readonly phone?: string
}

const keys = ['as', 'in', 'thread', 'desk', 'ticket', 'phone'] as const

/** Reads the part after `#`. */
export function readAddress(hash: string): Address {
  const given = new URLSearchParams(hash.replace(/^#/, ''))
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = given.get(key)
      return value ? [[key, value]] : []
    }),
  )
}

/** Writes it, `#` included. */
export function writeAddress(address: Address): string {
  const given = new URLSearchParams()
  for (const key of keys) if (address[key]) given.set(key, address[key])
  return `#${given.toString()}`
}

/** An address with something changed; `undefined` takes a part away. */
export type Change = { readonly [key in keyof Address]?: string | undefined }

/** Changes some parts and keeps the rest. */
export function changed(address: Address, change: Change): Address {
  const all = { ...address, ...change }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}
