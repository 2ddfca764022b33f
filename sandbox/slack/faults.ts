/** A switch that spoils calls of the app. */
export type Fault = {
  /**
   * `too-many`: 429 with `Retry-After`; `error-before`, `error-after`: `status` (503) without or with
   * the effect; `drop-before`, `drop-after`: the connection is cut without or with it; `latency`: `ms`
   * more; `refuse`: 200 with `ok: false` and `error`.
   */
  readonly kind: (typeof kinds)[number]
  /** How often; 1 unless told, 0 for always. */
  readonly times?: number
  /** A regular expression on the method, such as `^views\\.`; `response_url` and `upload` are two. */
  readonly method?: string
  /** Spoils only what goes to this channel. */
  readonly channel?: string
  readonly status?: number
  readonly seconds?: number
  readonly ms?: number
  readonly error?: string
}

/** Every kind of switch. */
export const kinds = [
  'too-many',
  'error-before',
  'error-after',
  'drop-before',
  'drop-after',
  'latency',
  'refuse',
] as const

/** The switches that are set. */
export type Faults = {
  set: (fault: Fault) => void
  clear: () => void
  left: () => readonly Fault[]
  /** What spoils this call, used up by asking. */
  take: (method: string, channel?: unknown) => Fault | undefined
}

/** None set to begin with. */
export function openFaults(): Faults {
  let set: { fault: Fault; left: number }[] = []
  return {
    set: (fault) => {
      const left = fault.times === 0 ? Number.POSITIVE_INFINITY : (fault.times ?? 1)
      set.push({ fault, left })
    },
    clear: () => {
      set = []
    },
    left: () => set.map(({ fault }) => fault),
    take: (method, channel) => {
      const found = set.find(({ fault }) => isMeant(fault, method, channel))
      if (!found) return undefined
      found.left -= 1
      set = set.filter(({ left }) => left > 0)
      return found.fault
    },
  }
}

const isMeant = (fault: Fault, method: string, channel: unknown): boolean =>
  (!fault.method || new RegExp(fault.method).test(method)) &&
  (fault.channel === undefined || fault.channel === channel)
