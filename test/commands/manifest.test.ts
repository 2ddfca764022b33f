import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { manifestFor, scopes, shortcuts, slashCommands } from '../../src/commands/manifest.ts'
import { isDeed } from '../../src/views/deed-id.ts'

const written = readFileSync(new URL('../../manifest.yaml', import.meta.url), 'utf8')

test('manifest.yaml is what the code registers', () => {
  expect(written.replace(/^#.*\n/, '')).toBe(
    stringify(manifestFor('https://rightsdesk.example.com')),
  )
})

test('every command and shortcut of the manifest has its deed', () => {
  const names = [
    ...slashCommands.map(({ command }) => command),
    ...shortcuts.map(({ callback_id }) => callback_id),
  ]
  expect(names.filter((name) => !isDeed(name))).toEqual([])
})

test('every scope that the calls of src/slack need is asked for, and no other', () => {
  // The method pages of Slack name these (facts 4).
  const needs: Record<string, readonly (keyof typeof scopes)[]> = {
    'chat.postMessage': ['chat:write'],
    'chat.postEphemeral': ['chat:write'],
    'chat.update': ['chat:write'],
    'conversations.open': ['im:write'],
    'conversations.info': ['channels:read', 'groups:read'],
    'conversations.history': ['channels:history', 'groups:history', 'im:history'],
    'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
    'users.info': ['users:read'],
    'usergroups.list': ['usergroups:read'],
    'usergroups.users.list': ['usergroups:read'],
    'auth.test': [],
    'views.open': [],
    'views.push': [],
    'views.update': [],
    'views.publish': [],
  }
  const source = execFileSync(
    'grep',
    [
      '-rhoE',
      String.raw`\b(chat|conversations|users|usergroups|views|auth)\.[a-z][a-zA-Z.]+\b`,
      'src/slack',
    ],
    { cwd: fileURLToPath(new URL('../..', import.meta.url)), encoding: 'utf8' },
  )
  const methods = new Set(source.split('\n').filter((name) => name in needs))
  expect(methods.size).toBeGreaterThan(10)
  const needed = new Set([...methods].flatMap((method) => needs[method] ?? []))
  expect(new Set([...needed, 'commands'])).toEqual(new Set(Object.keys(scopes)))
})

test('the manifest keeps to Slack’s limits', () => {
  const { features, display_information: about } = parse(written)
  expect(about.description.length).toBeLessThanOrEqual(140)
  for (const { command, description, usage_hint: hint } of features.slash_commands) {
    expect(command.length).toBeLessThanOrEqual(32)
    expect(description.length).toBeLessThanOrEqual(2000)
    expect(hint.length).toBeLessThanOrEqual(1000)
  }
  for (const { name, description } of features.shortcuts) {
    expect(name.length).toBeLessThanOrEqual(24)
    expect(description.length).toBeLessThanOrEqual(150)
  }
})
