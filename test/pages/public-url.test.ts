import { expect, test } from 'vitest'
import { BadConfig, readBotConfig } from '../../src/config.ts'

const settings = {
  ZENDESK_URL: 'https://example.zendesk.com',
  ZENDESK_CLIENT_ID: 'client',
  ZENDESK_CLIENT_SECRET: 'secret',
  VAULT_KEY: 'key',
  SLACK_BOT_TOKEN: 'xoxb-1',
  SLACK_SIGNING_SECRET: 'a'.repeat(32),
}

test('the pages’ address is an origin over https, or of this machine, and may be left out', () => {
  const at = (PUBLIC_URL: string) => readBotConfig({ ...settings, PUBLIC_URL }).publicUrl
  expect(at('https://desk.example.com/')).toBe('https://desk.example.com')
  expect(at('http://localhost:3001')).toBe('http://localhost:3001')
  expect(readBotConfig(settings).publicUrl).toBeUndefined()
  for (const wrong of ['http://desk.example.com', 'https://desk.example.com/desk', 'desk']) {
    expect(() => at(wrong)).toThrow(BadConfig)
  }
})
