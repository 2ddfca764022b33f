import { randomBytes } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { type Faults, openFaults } from '../faults.ts'
import { defaultSecrets, type Options } from '../options.ts'
import { channels, defaultScopes, groups, users } from './cast.ts'
import type { Draft, LogEntry } from './log.ts'
import type { Installation } from './records.ts'
import { openStore, type Store } from './store.ts'

/** A change that a page or a test may wait for. */
export type Change = { readonly kind: string; readonly user?: string; readonly id?: string }

/** One Slack workspace. */
export type Workspace = {
  readonly store: Store
  readonly faults: Faults
  readonly now: () => number
  readonly signingSecret: string
  readonly botToken: string
  /** How long the app has to acknowledge (facts 1.4). */
  readonly patience: number
  /** Whether Slack's own rates per method hold (facts 4). */
  readonly rates: boolean
  readonly base: () => string
  readonly changes: EventEmitter<{ change: [Change] }>
  readonly installation: () => Installation
  install: (change: Partial<Installation>) => void
  /** A number that has not been given out yet. */
  next: (counter: string) => number
  /** Microseconds that no message has had. */
  ts: () => string
  changed: (change: Change) => void
  log: (draft: Draft) => LogEntry
}

/** A word nobody can guess. */
export const secretWord = (bytes = 12): string => randomBytes(bytes).toString('hex')

/** The workspace of a folder; an empty folder gets the cast. */
export function openWorkspace(options: Options, base: () => string): Workspace {
  const store = openStore(options.dir)
  const now = options.now ?? Date.now
  const changes = new EventEmitter<{ change: [Change] }>()
  changes.setMaxListeners(0)
  if (store.fresh) seed(store)
  const install = (change: Partial<Installation>): void =>
    store.put('installation', { ...installationOf(store), ...change })
  install(installed(options))
  store.flush()
  return {
    store,
    faults: openFaults(),
    now,
    signingSecret: options.signingSecret ?? defaultSecrets.signingSecret,
    botToken: options.botToken ?? defaultSecrets.botToken,
    patience: options.patience ?? 3000,
    rates: options.rates ?? false,
    base,
    changes,
    installation: () => installationOf(store),
    install,
    next: (counter) => nextOf(store, counter),
    ts: () => tsOf(store, now()),
    changed: (change) => void changes.emit('change', change),
    log: (draft) => {
      const entry = {
        ...draft,
        seq: store.entries.length + 1,
        at: new Date(now()).toISOString(),
      } as LogEntry
      store.flush(entry)
      changes.emit('change', { kind: `log.${draft.kind}` })
      return entry
    },
  }
}

const installed = ({ app = {}, scopes }: Options): Partial<Installation> => ({
  ...(app.requestUrl === undefined ? {} : { requestUrl: app.requestUrl }),
  ...(app.events === undefined ? {} : { events: app.events }),
  ...(app.commands === undefined ? {} : { commands: app.commands }),
  ...(scopes === undefined ? {} : { scopes }),
})

const fresh: Installation = {
  id: 'app',
  requestUrl: null,
  token: 'active',
  scopes: defaultScopes,
  plan: 'paid',
  events: ['app_home_opened', 'message.im', 'tokens_revoked', 'app_uninstalled'],
  commands: null,
}

const installationOf = (store: Store): Installation => store.get('installation', 'app') ?? fresh

function seed(store: Store): void {
  for (const one of users) store.put('users', one)
  for (const one of channels) store.put('channels', one)
  for (const one of groups) store.put('groups', one)
}

function nextOf(store: Store, counter: string): number {
  const value = (store.get('counters', counter)?.value ?? 0) + 1
  store.put('counters', { id: counter, value })
  return value
}

function tsOf(store: Store, now: number): string {
  const value = Math.max(now * 1000, (store.get('counters', 'ts')?.value ?? 0) + 100)
  store.put('counters', { id: 'ts', value })
  return `${Math.floor(value / 1_000_000)}.${String(value % 1_000_000).padStart(6, '0')}`
}
