import { describe, expect, test } from 'vitest'
import { BadConfig, readConfig } from '../src/config.ts'

const base = { ZENDESK_URL: 'https://example.zendesk.com', VAULT_KEY: 'canary-vault' }
const oauth = { ZENDESK_CLIENT_ID: 'canary-client', ZENDESK_CLIENT_SECRET: 'canary-secret' }
const token = { ZENDESK_EMAIL: 'canary@example.com', ZENDESK_API_TOKEN: 'canary-token' }

type Environment = Readonly<Record<string, string | undefined>>

/** What is said of an environment: one line a fault, without the heading. */
function faultsOf(environment: Environment): string[] {
  try {
    readConfig(environment)
  } catch (error) {
    if (!(error instanceof BadConfig)) throw error
    if (error.message.includes('canary')) throw new Error('it tells a value', { cause: error })
    return error.message.split('\n').slice(1)
  }
  return []
}

describe('a good environment', () => {
  test('with an OAuth client gives everything the desk is run with', () => {
    expect(readConfig({ ...base, ...oauth, DATA_DIR: '/var/desk', POLICY_FILE: 'p.json' })).toEqual(
      {
        zendesk: {
          url: 'https://example.zendesk.com',
          auth: { kind: 'oauth', clientId: 'canary-client', clientSecret: 'canary-secret' },
        },
        vaultKey: 'canary-vault',
        dataDir: '/var/desk',
        policyFile: 'p.json',
        rehearsal: true,
      },
    )
  })

  test('with an API token signs in by it', () => {
    expect(readConfig({ ...base, ...token }).zendesk.auth).toEqual({
      kind: 'token',
      email: 'canary@example.com',
      token: 'canary-token',
    })
  })

  test('rehearses unless somebody says off', () => {
    expect(readConfig({ ...base, ...oauth }).rehearsal).toBe(true)
    expect(readConfig({ ...base, ...oauth, REHEARSAL: '' }).rehearsal).toBe(true)
    expect(readConfig({ ...base, ...oauth, REHEARSAL: 'on' }).rehearsal).toBe(true)
    expect(readConfig({ ...base, ...oauth, REHEARSAL: 'off' }).rehearsal).toBe(false)
  })

  test('may leave out where data and policy are, and may bring the key before', () => {
    const config = readConfig({ ...base, ...oauth, VAULT_KEY_OLD: 'canary-old' })

    expect(config).toMatchObject({ dataDir: 'data', policyFile: 'policy.json' })
    expect(config.vaultKeyOld).toBe('canary-old')
  })

  test('counts what is set to nothing as not set', () => {
    const empty = { ZENDESK_EMAIL: '', ZENDESK_API_TOKEN: '', VAULT_KEY_OLD: '', DATA_DIR: '' }

    const config = readConfig({ ...base, ...oauth, ...empty })

    expect(config).toEqual(readConfig({ ...base, ...oauth }))
    expect(config).not.toHaveProperty('vaultKeyOld')
  })

  test('may hold anything else: only its own settings are read', () => {
    expect(readConfig({ ...base, ...oauth, PATH: 'canary', HOME: undefined })).toEqual(
      readConfig({ ...base, ...oauth }),
    )
  })
})

describe('a bad environment', () => {
  test('is told every fault at once, by name and never by value', () => {
    const faults = faultsOf({
      ZENDESK_URL: 'canary.zendesk.com',
      ZENDESK_CLIENT_ID: 'canary-client',
      ZENDESK_EMAIL: 'canary',
      REHEARSAL: 'canary',
    })

    expect(faults.map((fault) => /^- (\w+): /.exec(fault)?.[1])).toEqual([
      'ZENDESK_URL',
      'ZENDESK_EMAIL',
      'VAULT_KEY',
      'REHEARSAL',
      'ZENDESK_CLIENT_ID',
      'ZENDESK_EMAIL',
    ])
  })

  test('that is empty is told all that it needs', () => {
    expect(faultsOf({})).toEqual([
      '- ZENDESK_URL: is not set',
      '- VAULT_KEY: is not set',
      '- ZENDESK_CLIENT_ID: set it and ZENDESK_CLIENT_SECRET: an OAuth client of the account',
    ])
    expect(faultsOf({ ZENDESK_URL: '', VAULT_KEY: '' })).toEqual(faultsOf({}))
  })

  test.each<[string, Environment, string]>([
    ['a client without a secret', { ZENDESK_CLIENT_ID: 'canary' }, 'ZENDESK_CLIENT_SECRET'],
    ['a secret without a client', { ZENDESK_CLIENT_SECRET: 'canary' }, 'ZENDESK_CLIENT_ID'],
    ['an address without a token', { ZENDESK_EMAIL: 'canary@example.com' }, 'ZENDESK_API_TOKEN'],
    ['a token without an address', { ZENDESK_API_TOKEN: 'canary' }, 'ZENDESK_EMAIL'],
  ])('with %s is half set, and refused', (_, half, missing) => {
    const faults = faultsOf({ ...base, ...half })

    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain(missing)
    expect(faults[0]).toContain('set both')
  })

  test('with half a client beside a whole token is refused for the half', () => {
    expect(faultsOf({ ...base, ...token, ZENDESK_CLIENT_ID: 'canary' })).toEqual([
      '- ZENDESK_CLIENT_ID: goes with ZENDESK_CLIENT_SECRET: set both',
    ])
  })

  test('with two ways to sign in is told which one to drop', () => {
    expect(faultsOf({ ...base, ...oauth, ...token })).toEqual([
      '- ZENDESK_API_TOKEN: stands beside an OAuth client: keep the client, drop the token',
    ])
  })

  test.each([
    ['is no address', 'canary'],
    ['has another protocol', 'ftp://canary.zendesk.com'],
    ['would send the credentials in the clear', 'http://canary.zendesk.com'],
    ['holds a user', 'https://canary:secret@example.zendesk.com'],
    ['holds code', 'javascript:canary'],
  ])('with a Zendesk address that %s is refused', (_, url) => {
    const faults = faultsOf({ ...base, ...oauth, ZENDESK_URL: url })

    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(/^- ZENDESK_URL: /)
  })

  test.each(['http://localhost:3001', 'http://127.0.0.1:3001', 'http://[::1]:3001'])(
    'is not one with an account on this machine: %s',
    (url) => {
      expect(readConfig({ ...base, ...oauth, ZENDESK_URL: url }).zendesk.url).toBe(url)
    },
  )
})
