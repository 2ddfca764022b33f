import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { ulid } from 'ulid'
import { type Zendesk as Account, startZendesk } from '../sandbox/zendesk/server.ts'
import { advance, flows, type Hands } from '../src/flows/index.ts'
import { openFileStore } from '../src/records/file-store.ts'
import { parsePolicy } from '../src/records/policy.ts'
import { erasureAnswer } from '../src/words/answers.ts'
import { createZendesk, type Zendesk } from '../src/zendesk/index.ts'

/** A desk on a local account, whose time passes only when somebody waits: counts come out exact. */
export type VirtualDesk = {
  readonly account: Account
  readonly zendesk: Zendesk
  readonly hands: Hands
  /** Goes on, waiting as long as it takes, until a human is needed or it is over. */
  readonly go: (id: string) => Promise<void>
  readonly rest: (ms: number) => Promise<void>
  readonly close: () => Promise<void>
}

export const lead = { user: 'U0LEAD', team: 'T0BENCH' }
export const officer = { user: 'U0OFFICER', team: 'T0BENCH' }

const severities = ['reversible', 'irreversible', 'others-ticket', 'staff', 'many-people']

const policy = parsePolicy(
  JSON.stringify({
    version: 1,
    country: 'FR',
    roles: { lead: { members: [lead.user] }, officer: { members: [officer.user] } },
    deeds: { open: ['lead'], decide: ['lead'], stop: ['lead'] },
    quorum: severities.map((severity) => ({ right: 'any', severity, role: 'officer', of: 1 })),
  }),
)

/** Opens one on a folder of its own. */
export async function virtualDesk(dir: string): Promise<VirtualDesk> {
  let ms = Date.UTC(2026, 10, 23, 9)
  const now = (): string => new Date(ms).toISOString()
  const rest = async (wait: number): Promise<void> => {
    ms += wait
    await Promise.resolve()
  }
  const account = await startZendesk({ dir: join(dir, 'account'), now: () => ms })
  const zendesk = createZendesk({
    url: account.url,
    auth: { kind: 'oauth', clientId: 'rightsdesk', clientSecret: 'sandbox-secret' },
    now: () => ms,
    sleep: rest,
  })
  const store = await openFileStore({
    dir: join(dir, 'data'),
    vaultKey: randomBytes(32).toString('hex'),
    desk: { workspace: lead.team, account: 'nordlys.zendesk.com' },
    now,
    newId: () => ulid(ms),
  })
  const hands = { ...settings, zendesk, store, now, rest, newId: () => ulid(ms) }
  const go = async (id: string): Promise<void> => {
    for (;;) {
      const resting = await advance(id, flows.erasure ?? noFlow, hands)
      if (resting.on !== 'time') return
      await rest(Math.max(0, Date.parse(resting.until) - ms))
    }
  }
  const close = async (): Promise<void> => {
    await store.close()
    await account.close()
  }
  return { account, zendesk, hands, go, rest, close }
}

const noFlow = { right: 'erasure', steps: [] } as const
const aMember = { active: true, guest: false, bot: false, groups: [] }

const timing = {
  settle: 120_000,
  callTimeout: 30_000,
  jobPoll: 1_000,
  jobGiveUp: 3_600_000,
  indexLag: 300_000,
  listingLag: 120_000,
  statusPoll: 900_000,
}

/** All of a desk but its account, its store and its time. */
export const settings: Omit<Hands, 'zendesk' | 'store' | 'now' | 'rest' | 'newId'> = {
  host: 'nordlys.zendesk.com',
  people: { standing: async () => await Promise.resolve(aMember) },
  policy: async () => await Promise.resolve(policy),
  answer: ({ language, ...facts }) => erasureAnswer(language, facts),
  salt: () => randomBytes(32).toString('hex'),
  timing,
  rehearsal: false,
  paused: () => false,
}
