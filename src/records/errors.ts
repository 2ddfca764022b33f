/** Somebody else appended first: load again and decide again. */
export class StoreConflict extends Error {
  override readonly name = 'StoreConflict'
  constructor(owner: string, expected: number, found: number) {
    super(`The journal of ${owner} has ${found} entries, not ${expected}`)
  }
}

/** The request is sealed: what it held of a person is gone. */
export class Sealed extends Error {
  override readonly name = 'Sealed'
  constructor(id: string) {
    super(`${id} is sealed: its personal values are forgotten`)
  }
}

/** No space left: nothing of this append was written. */
export class DiskFull extends Error {
  override readonly name = 'DiskFull'
  constructor(options?: ErrorOptions) {
    super('The disk is full: nothing was written. Free some space; nothing is lost', options)
  }
}

/** A sync failed: what the kernel held may be gone. The process must end and recover from disk. */
export class DiskFailed extends Error {
  override readonly name = 'DiskFailed'
  constructor(what: string, options?: ErrorOptions) {
    super(`The disk failed while syncing ${what}: end the process and start again`, options)
  }
}

/** The data folder cannot be opened. The message says why and what to do. */
export class CannotOpen extends Error {
  override readonly name = 'CannotOpen'
  readonly code:
    | 'in-use'
    | 'vault-key'
    | 'log-broken'
    | 'behind-anchor'
    | 'other-desk'
    | 'permissions'
    | 'format'
  constructor(code: CannotOpen['code'], message: string) {
    super(message)
    this.code = code
  }
}
