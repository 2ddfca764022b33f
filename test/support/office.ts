import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import type { Options } from '../../sandbox/zendesk/options.ts'
import { startZendesk, type Zendesk } from '../../sandbox/zendesk/server.ts'
import type { Config } from '../../src/config.ts'
import { type Desk, type Directory, openDesk, type Surroundings } from '../../src/desk.ts'
import type { Resting } from '../../src/flows/index.ts'
import { Severity } from '../../src/records/plan.ts'
import { startFailure } from '../../src/start-failure.ts'
import { wordsFor } from '../../src/words/index.ts'

const team = 'T0NORDLYS'
export const lead = { user: 'U0LEAD', team }
export const officer = { user: 'U0OFFICER', team }

/** A policy file that can be used: officers by their group. */
export const goodPolicy = {
  version: 1,
  country: 'FR',
  roles: {
    lead: { members: [lead.user] },
    privacy: { members: [], groups: ['S0PRIVACY'] },
  },
  deeds: { open: ['lead'], decide: ['lead'], stop: ['lead'] },
  quorum: Severity.options.map((severity) => ({ right: 'any', severity, role: 'privacy', of: 1 })),
  pauseSeconds: 0,
  answerLeavesSeconds: 0,
}

const directory: Directory = {
  standing: async ({ user }) => ({
    active: true,
    guest: false,
    bot: false,
    groups: user === officer.user ? ['S0PRIVACY'] : [],
  }),
  groupMembers: async (group) => (group === 'S0PRIVACY' ? [officer.user] : []),
}

const quick = {
  settle: 50,
  callTimeout: 2_000,
  jobPoll: 10,
  jobGiveUp: 5_000,
  indexLag: 30,
  listingLag: 30,
  statusPoll: 10,
}

/** Everything that a desk is opened with: an account, folders of its own, a policy file. */
export type Office = {
  readonly account: Zendesk
  readonly config: Config
  readonly policy: (content: unknown) => Promise<void>
  readonly open: (change?: Partial<Config>, around?: Partial<Surroundings>) => Promise<Desk>
  /** Where a request comes to rest next, other than on a date. */
  readonly rest: () => Promise<Resting>
}

/** An account in a folder of its own, taken down after the test. */
export async function accountIn(dir: string, options: Partial<Options> = {}): Promise<Zendesk> {
  const delays = { index: 0, job: 10, listing: 0, deletion: 10 }
  const account = await startZendesk({ delays, ...options, dir: join(dir, 'account') })
  onTestFinished(async () => await account.close())
  return account
}

/** A new office for one test. What was opened in it is closed after the test. */
export async function office(options: Partial<Options> = {}): Promise<Office> {
  const dir = await mkdtemp(join(tmpdir(), 'office-'))
  onTestFinished(async () => await rm(dir, { recursive: true, force: true }))
  const account = await accountIn(dir, options)
  const config: Config = {
    zendesk: { url: account.url, auth: oauthOf(account) },
    vaultKey: '5a'.repeat(32),
    dataDir: join(dir, 'data'),
    policyFile: join(dir, 'policy.json'),
    rehearsal: false,
  }
  const policy = async (content: unknown): Promise<void> =>
    await writeFile(
      config.policyFile,
      typeof content === 'string' ? content : JSON.stringify(content),
    )
  await policy(goodPolicy)
  const rests = new Rests()
  const open: Office['open'] = async (change = {}, around = {}) => {
    const desk = await openDesk(
      { ...config, ...change },
      {
        directory,
        workspace: team,
        timing: quick,
        rested: (_, resting) => rests.add(resting),
        trouble: (_, error) => rests.fail(error),
        ...around,
      },
    )
    onTestFinished(async () => await desk.close())
    return desk
  }
  return { account, config, policy, open, rest: async () => await rests.next() }
}

/** The client of the account that acts as its administrator. */
export function oauthOf({ credentials }: Zendesk): Config['zendesk']['auth'] {
  const [client] = credentials.clients
  return { kind: 'oauth', clientId: client?.id ?? '', clientSecret: client?.secret ?? '' }
}

/** What a start is refused with, as the operator reads it. */
export async function refusalOf(opening: Promise<unknown>): Promise<string> {
  const error = await opening.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  const said = startFailure(error, wordsFor('en'))
  if (said === undefined) throw new Error('no refusal with words', { cause: error })
  return said
}

/** After a refusal all is as if nobody had tried, and a right start works. */
export async function isUnharmed({ config, open }: Office): Promise<void> {
  expect(existsSync(config.dataDir)).toBe(false)
  const desk = await open()
  expect(desk.store.epoch).toBe(1)
}

/** The settings of another account, or of other credentials. */
export const zendesk = (url: string, auth: Config['zendesk']['auth']): Partial<Config> => ({
  zendesk: { url, auth },
})

/** The rests of requests in the order they come, dates left out. */
class Rests {
  readonly #come: Resting[] = []
  #waiting: { resolve: (resting: Resting) => void; reject: (error: unknown) => void } | undefined

  add(resting: Resting): void {
    if (resting.on === 'time') return
    if (this.#waiting) this.#waiting.resolve(resting)
    else this.#come.push(resting)
    this.#waiting = undefined
  }

  fail(error: unknown): void {
    this.#waiting?.reject(error)
  }

  async next(): Promise<Resting> {
    const come = this.#come.shift()
    if (come) return come
    return await new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject }
    })
  }
}
