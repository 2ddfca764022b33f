import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startSlack } from '../sandbox/slack/server.ts'
import { isUnset, readBotConfig } from '../src/config.ts'
import { startFailure } from '../src/start-failure.ts'
import { wordsFor } from '../src/words/index.ts'
import { openWorkplace, type WorkplaceOptions } from './support/workplace.ts'

const [en, fr] = [wordsFor('en'), wordsFor('fr')]
const staffOnly = { account: { account: { size: 'staff' } } } as const

/** What the operator reads when the bot does not start. */
async function whyNot(options: WorkplaceOptions, words = en): Promise<string | undefined> {
  const error = await openWorkplace({ ...staffOnly, ...options }).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  return startFailure(error, words)
}

const settings = {
  SLACK_BOT_TOKEN: 'xoxb-1',
  SLACK_SIGNING_SECRET: 'a-signing-secret-of-slack',
  ZENDESK_URL: 'https://example.zendesk.com',
  ZENDESK_CLIENT_ID: 'rightsdesk',
  ZENDESK_CLIENT_SECRET: 'secret',
  VAULT_KEY: '5a'.repeat(32),
}

const without = (name: keyof typeof settings) => {
  const { [name]: _, ...rest } = settings
  return rest
}

test('without any setting of Slack or Zendesk everything is tried locally', () => {
  expect(isUnset({})).toBe(true)
  expect(isUnset({ PORT: '4000', VAULT_KEY: 'x', SLACK_BOT_TOKEN: '' })).toBe(true)
})

test('a half-set environment is refused, and names what is missing without any value', () => {
  for (const name of Object.keys(settings) as (keyof typeof settings)[]) {
    const set = without(name)
    expect(isUnset(set)).toBe(false)
    expect(() => readBotConfig(set)).toThrow(name)
  }
  expect(readBotConfig(settings)).toMatchObject({ port: 3000, rehearsal: true })
})

test('every fault of the settings is named at once', () => {
  expect(() => readBotConfig({ ZENDESK_URL: 'http://example.com', PORT: '99999' })).toThrow(
    /SLACK_BOT_TOKEN[\s\S]*PORT[\s\S]*ZENDESK_URL[\s\S]*ZENDESK_CLIENT_ID/,
  )
  expect(() => readBotConfig({ ...settings, SLACK_BOT_TOKEN: 'hunter2' })).not.toThrow('hunter2')
})

test('a wrong token is told as such, in the language of the operator', async () => {
  const slack = { botToken: 'xoxb-wrong', signingSecret: 'a-signing-secret-of-slack' }
  const workspace = await elsewhere()
  const config = { slack: { ...slack, apiUrl: workspace } }
  expect(await whyNot({ config })).toBe(en.slack['invalid-token']())
  expect(await whyNot({ config }, fr)).toBe(fr.slack['invalid-token']())
})

test('a scope that was not granted is named', async () => {
  const scopes = ['commands', 'chat:write', 'users:read', 'channels:read', 'groups:read']
  const said = await whyNot({ slack: { scopes } })
  expect(said).toContain(en.slack['missing-scope']('usergroups:read'))
  expect(said).toContain(en.slack['missing-scope']('im:write'))
})

test('channels that cannot be used are named, each with what to do', async () => {
  const channels = { requests: 'C0GENERAL', audit: 'C0OLD', exports: 'C0SHARED' }
  const said = await whyNot({ policy: { channels } })
  expect(said?.split('\n')).toEqual([
    en.slack['not-in-channel']('C0GENERAL'),
    en.slack['channel-archived']('C0OLD'),
    en.slack['channel-shared']('C0SHARED'),
  ])
  expect(await whyNot({ policy: { channels: undefined } })).toBe(en.slack['no-channels']())
})

test('a user group that is gone is named', async () => {
  const roles = {
    'support-lead': { members: ['U0AUBRY'], groups: ['S0NOBODY'] },
    'privacy-officer': { members: [], groups: ['S0PRIVACY', 'S0FORMER'] },
  }
  const said = await whyNot({ policy: { roles } })
  expect(said).toContain(en.slack['group-missing']('S0NOBODY'))
  expect(said).toContain(en.slack['group-disabled']('S0FORMER'))
})

test('a port that is taken is named, and the desk is free for another try', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  const port = address && typeof address === 'object' ? address.port : 0
  expect(await whyNot({ config: { port } })).toBe(en.slack['port-taken'](String(port)))
})

async function elsewhere(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'elsewhere-'))
  onTestFinished(async () => await rm(dir, { recursive: true, force: true }))
  const slack = await startSlack({ dir })
  onTestFinished(async () => await slack.close())
  return slack.apiUrl
}
