/** A switch that spoils requests, jobs or products. */
export type Fault = {
  /**
   * `too-many`: 429 as recorded; `error-before`, `error-after`: `status` (503) without or with the
   * effect; `drop-before`, `drop-after`: the connection is cut without or with it; `late`: cut, the
   * effect comes `ms` later; `latency`: `ms` more; `stuck-job`: never ends; `job-fails`: for `ids`, or
   * the first item; `product-stuck`: `application` never completes a permanent user deletion.
   */
  readonly kind: (typeof kinds)[number]
  /** How often; 1 unless told, 0 for always. */
  readonly times?: number
  readonly method?: string
  /** A regular expression on the path, which ends without `.json`. */
  readonly path?: string
  readonly status?: number
  /** The whole answer, as plain text, instead of the usual one. */
  readonly says?: string
  /** For `Retry-After`. */
  readonly seconds?: number
  readonly ms?: number
  readonly ids?: readonly number[]
  readonly application?: string
}

/** Every kind of switch. */
export const kinds = [
  'too-many',
  'error-before',
  'error-after',
  'drop-before',
  'drop-after',
  'late',
  'latency',
  'stuck-job',
  'job-fails',
  'product-stuck',
] as const

const jobKinds = new Set<Fault['kind']>(['stuck-job', 'job-fails'])

/** The switches that are set. */
export type Faults = {
  set: (fault: Fault) => void
  clear: () => void
  readonly left: () => readonly Fault[]
  /** What spoils this request, used up by asking. */
  request: (method: string, path: string) => Fault | undefined
  /** What spoils the job that this request asks for. */
  job: (method: string, path: string) => Fault | undefined
  /** The products that will not finish. */
  products: () => string[]
}

/** None set to begin with. */
export function openFaults(): Faults {
  let set: { fault: Fault; left: number }[] = []
  const take = (fits: (fault: Fault) => boolean): Fault | undefined => {
    const found = set.find(({ fault }) => fits(fault))
    if (!found) return undefined
    found.left -= 1
    set = set.filter(({ left }) => left > 0)
    return found.fault
  }
  return {
    set: (fault) =>
      void set.push({
        fault,
        left: fault.times === 0 ? Number.POSITIVE_INFINITY : (fault.times ?? 1),
      }),
    clear: () => {
      set = []
    },
    left: () => set.map(({ fault }) => fault),
    request: (method, path) =>
      take(
        (fault) =>
          !jobKinds.has(fault.kind) && fault.kind !== 'product-stuck' && hits(fault, method, path),
      ),
    job: (method, path) => take((fault) => jobKinds.has(fault.kind) && hits(fault, method, path)),
    products: () => {
      const found = take((fault) => fault.kind === 'product-stuck')
      return found?.application ? [found.application] : []
    },
  }
}

const hits = (fault: Fault, method: string, path: string): boolean =>
  (!fault.method || fault.method.toUpperCase() === method) &&
  (!fault.path || new RegExp(fault.path).test(path))
