import { Entry } from '../../../src/records/entry.ts'
import { DiskFull, Sealed, StoreConflict } from '../../../src/records/errors.ts'
import type { Listed, Store } from '../../../src/records/store.ts'
import { Turns } from '../../../src/records/turns.ts'
import type { AppendFault } from '../schedule.ts'
import { Crash } from './crash.ts'

type Values = Map<string, unknown>
type Beside = NonNullable<Parameters<Store['append']>[3]>

/** What is left when the process dies. */
export type Disk = {
  readonly journals: Map<string, readonly Entry[]>
  readonly vaults: Map<string, Values>
  readonly forgotten: Set<string>
  readonly stubs: Map<string, unknown>
  /** `reserve`: full, and what is urgent still fits once. */
  space: 'free' | 'reserve' | 'none'
}

export const emptyDisk = (): Disk => ({
  journals: new Map(),
  vaults: new Map(),
  forgotten: new Set(),
  stubs: new Map(),
  space: 'free',
})

/** The same disk, to be written on independently. What lies on it never changes in place. */
export const copyDisk = (disk: Disk): Disk => ({
  ...disk,
  journals: new Map(disk.journals),
  vaults: new Map([...disk.vaults].map(([id, values]) => [id, new Map(values)])),
  forgotten: new Set(disk.forgotten),
  stubs: new Map(disk.stubs),
})

/** Who looks on. `append` says what goes wrong; `written` sees entries that are durable. */
export type Watch = {
  readonly append: () => Promise<AppendFault | undefined>
  readonly written: (owner: string, entries: readonly Entry[]) => void
  /** Throws when this process is dead. */
  readonly alive: () => void
  /** Told when a deed begins (+1) and ends (-1). */
  readonly deed: (change: number) => void
}

/** A store on such a disk, for one life of the process. It keeps the contract of `Store`. */
export function storeOn(disk: Disk, watch: Watch): Store {
  const turns = new Turns()
  const journal = (owner: string): readonly Entry[] => disk.journals.get(owner) ?? []
  const isSealed = (id: string): boolean => journal(id).some(({ kind }) => kind === 'sealed')

  /** Takes in what is to be written, or throws before anything of it is. */
  const admit = (owner: string, version: number, { vault, urgent }: Beside): void => {
    takeSpace(disk, urgent === true)
    if (vault && vault.size > 0 && isSealed(owner)) throw new Sealed(owner)
    const found = journal(owner).length
    if (found !== version) throw new StoreConflict(owner, version, found)
  }

  /** Everything at once: parts whose entries never come are withdrawn at the next start. */
  const write = (owner: string, entries: readonly Entry[], { vault }: Beside): void => {
    const values = disk.vaults.get(owner) ?? new Map<string, unknown>()
    for (const [part, value] of vault ?? []) values.set(part, value)
    if (values.size > 0) disk.vaults.set(owner, values)
    disk.journals.set(owner, [...journal(owner), ...entries])
    if (entries.some(({ kind }) => kind === 'sealed')) disk.vaults.delete(owner)
  }

  const append: Store['append'] = async (owner, version, entries, options = {}) => {
    watch.alive()
    const checked = entries.map((entry) => Entry.parse(entry))
    const fault = await watch.append()
    watch.alive()
    if (fault === 'crash-before') throw new Crash('before an append')
    fillUp(disk, fault)
    admit(owner, version, options)
    if (fault === 'crash-staged') throw new Crash('between vault parts and entries')
    write(owner, checked, options)
    watch.written(owner, checked)
    if (fault === 'crash-after') throw new Crash('after an append')
    return version + entries.length
  }

  return {
    close: async () => {},
    async *list(): AsyncGenerator<Listed> {
      for (const [id, entries] of disk.journals) {
        const [first] = entries
        if (first?.kind !== 'opened') continue
        yield { id, number: first.number, version: entries.length, sealed: isSealed(id) }
      }
    },
    load: async (owner) => {
      watch.alive()
      return { version: journal(owner).length, entries: journal(owner) }
    },
    append,
    read: async (id, part) => {
      watch.alive()
      if (disk.forgotten.has(id) || isSealed(id)) throw new Sealed(id)
      return disk.vaults.get(id)?.get(part)
    },
    exclusive: async (owner, work) => {
      watch.deed(1)
      try {
        return await turns.take(owner, work)
      } finally {
        watch.deed(-1)
      }
    },
    seal: async (id, _, stub) => {
      watch.alive()
      if (stub !== undefined) disk.stubs.set(id, stub)
      disk.vaults.delete(id)
      disk.forgotten.add(id)
    },
    stub: async (id) => disk.stubs.get(id),
    dropStub: async (id) => void disk.stubs.delete(id),
    head: async () => ({ size: 0, hash: '0'.repeat(64) }),
    anchor: async () => await Promise.reject(new TypeError('nobody anchors a simulated log')),
  }
}

/** From now on the disk is full. */
function fillUp(disk: Disk, fault: AppendFault | undefined): void {
  if (fault === 'full') disk.space = 'reserve'
  if (fault === 'full-dry') disk.space = 'none'
}

/** Throws `DiskFull` unless there is space, or something urgent may have the reserve. */
function takeSpace(disk: Disk, urgent: boolean): void {
  if (disk.space === 'free') return
  if (disk.space === 'none' || !urgent) throw new DiskFull()
  disk.space = 'none'
}
