import { readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CannotOpen } from '../src/records/errors.ts'
import { BadPolicy } from '../src/records/policy.ts'
import { startWriter } from './records/support/child.ts'
import {
  accountIn,
  goodPolicy,
  isUnharmed,
  oauthOf,
  office,
  refusalOf,
  zendesk,
} from './support/office.ts'

describe('a policy', () => {
  const { quorum, roles } = goodPolicy

  test.each<[string, unknown, RegExp[]]>([
    ['is not JSON', '{"version": 1,', [/it is not JSON/]],
    [
      'names a role that is not there',
      { ...goodPolicy, deeds: { ...goodPolicy.deeds, open: ['cto'] } },
      [/deeds\.open: there is no role called cto/],
    ],
    [
      'has several faults',
      { ...goodPolicy, country: 'x', more: 1 },
      [/country: /, /Unrecognized key: "more"/],
    ],
    [
      'could never be met',
      { ...goodPolicy, quorum: quorum.map((rule) => ({ ...rule, of: 2 })) },
      [/needs 2 of privacy.*only 1 can approve/, /staff/],
    ],
    [
      'has an officer group that is empty',
      { ...goodPolicy, roles: { ...roles, privacy: { members: [], groups: ['S0EMPTY'] } } },
      [/only 0 can approve/],
    ],
  ])('that %s is refused, each fault named', async (_, content, faults) => {
    const here = await office()
    await here.policy(content)

    const opening = here.open()
    await expect(opening).rejects.toBeInstanceOf(BadPolicy)
    const said = await refusalOf(opening)

    for (const fault of faults) expect(said).toMatch(fault)
    await here.policy(goodPolicy)
    await isUnharmed(here)
  })

  test('that is not there is refused, with the setting to mend', async () => {
    const here = await office()
    await rm(here.config.policyFile)

    expect(await refusalOf(here.open())).toMatch(/cannot be read\. Set POLICY_FILE/)
    await here.policy(goodPolicy)
    await isUnharmed(here)
  })

  test('that changes while the desk is open is journalled once, and not again at the next start', async () => {
    const here = await office()
    const desk = await here.open()
    const rulings = async (of: typeof desk) =>
      (await of.store.load('desk')).entries.flatMap((entry) =>
        entry.kind === 'ruled' ? [entry.policy] : [],
      )
    const ask = async (of: typeof desk) =>
      (await Promise.all([1, 2, 3].map(async () => await of.hands.policy()))).map(
        ({ digest }) => digest,
      )

    const before = await ask(desk)
    await here.policy({ ...goodPolicy, pauseSeconds: 1 })
    const after = await ask(desk)
    await ask(desk)
    expect(await rulings(desk)).toEqual([before[0], after[0]])

    await desk.close()
    const again = await here.open()
    await ask(again)
    expect(await rulings(again)).toEqual([before[0], after[0]])
  })
})

describe('a data folder', () => {
  test.each([
    ['none', ''],
    ['a short one', '5a5a'],
    ['no hex', 'z'.repeat(64)],
  ])('with %s for a vault key is not made', async (_, vaultKey) => {
    const here = await office()

    expect(await refusalOf(here.open({ vaultKey }))).toMatch(
      /VAULT_KEY must be 32 bytes.*openssl rand/,
    )
    await isUnharmed(here)
  })

  test('under another vault key is refused, and opens with its own', async () => {
    const here = await office()
    await (await here.open()).close()
    const vaultKey = 'c3'.repeat(32)

    expect(await refusalOf(here.open({ vaultKey }))).toMatch(/The vault is under key [0-9a-f]{16}/)
    expect((await here.open()).store.epoch).toBe(2)
  })

  test('of another account or workspace is refused, and opens with its own', async () => {
    const here = await office()
    await (await here.open()).close()
    const before = await readdir(here.config.dataDir, { recursive: true })
    const other = await accountIn(join(dirname(here.config.dataDir), 'other'))

    const elsewhere = here.open(zendesk(other.url, oauthOf(other)))
    expect(await refusalOf(elsewhere)).toMatch(
      /belongs to Slack workspace T0NORDLYS and Zendesk account/,
    )
    expect(await refusalOf(here.open({}, { workspace: 'T0OTHER' }))).toMatch(/not to T0OTHER/)

    expect(await readdir(here.config.dataDir, { recursive: true })).toEqual(before)
    expect((await here.open()).store.epoch).toBe(2)
  })

  test('in use by another process is refused, naming it, until that one has ended', async () => {
    const here = await office()
    const other = await startWriter(here.config.dataDir, 0)

    const opening = here.open()
    await expect(opening).rejects.toBeInstanceOf(CannotOpen)
    expect(await refusalOf(opening)).toMatch(/is in use by process \d+ on .*stop that one first/)

    await other.kill()
    await rm(here.config.dataDir, { recursive: true })
    await isUnharmed(here)
  })
})
