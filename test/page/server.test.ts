import { mkdtempSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { isOwnHost, isOwnOrigin } from '../../sandbox/page/guard.ts'
import { startPage } from '../../sandbox/page/server.ts'
import { startSlack } from '../../sandbox/slack/server.ts'
import { startZendesk } from '../../sandbox/zendesk/server.ts'

async function rig() {
  const slack = await startSlack({ dir: mkdtempSync(join(tmpdir(), 'page-slack-')) })
  const zendesk = await startZendesk({
    dir: mkdtempSync(join(tmpdir(), 'page-zendesk-')),
    account: { size: 'staff' },
  })
  const page = await startPage({ port: 0, slackUrl: slack.url, zendeskUrl: zendesk.url })
  onTestFinished(async () => {
    await page.close()
    await Promise.all([slack.close(), zendesk.close()])
  })
  return { slack, page, port: Number(new URL(page.url).port) }
}

/** `fetch` chooses its own Host, so this one is written by hand. */
async function statusFor(port: number, headers: Record<string, string>): Promise<number> {
  return await new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path: '/slack/_state', headers }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    asked.once('error', reject)
    asked.end()
  })
}

describe('the page’s server', () => {
  test('serves the page whole, with nothing from elsewhere, on localhost', async () => {
    const { page } = await rig()
    const html = await (await fetch(page.url)).text()
    const loaded = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path ?? '')
    expect(loaded.filter((path) => !path.startsWith('data:'))).toEqual([
      '/theme-first.js',
      '/main.css',
      '/main.js',
    ])
    for (const path of loaded.filter((one) => one.startsWith('/'))) {
      const answer = await fetch(page.url + path)
      expect(answer.status).toBe(200)
      expect(await answer.text()).not.toMatch(/url\(["']?https?:|@import ["']https?:/)
    }
    expect(await (await fetch(`${page.url}/health`)).json()).toEqual({ ok: true })
  })

  test('hands on to the workspace and to the account, both ways', async () => {
    const { page } = await rig()
    const screen = await (await fetch(`${page.url}/slack/_as/U0LIND`)).json()
    expect(screen).toMatchObject({ user: { real_name: 'Tomas Lind' } })
    const act = { method: 'POST', body: JSON.stringify({ channel: 'C0GENERAL', text: 'Hello' }) }
    const seen = await (await fetch(`${page.url}/slack/_as/U0LIND/post`, act)).json()
    expect(seen).toMatchObject({ ok: true, messages: [{ text: 'Hello' }] })
    expect(await (await fetch(`${page.url}/zendesk/_log?since=0`)).json()).toEqual([])
  })

  test('lets changes of the workspace through as they happen', async () => {
    const { page } = await rig()
    const answer = await fetch(`${page.url}/slack/_events`)
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
    const next = async (): Promise<string> => (await reader?.read())?.value ?? ''
    expect(await next()).toContain('event: hello')
    const act = { method: 'POST', body: JSON.stringify({ channel: 'C0GENERAL', text: 'Hello' }) }
    await fetch(`${page.url}/slack/_as/U0LIND/post`, act)
    expect(await next()).toContain('event: change')
    await reader?.cancel()
  })

  test('offers the commands and shortcuts of the app’s own manifest', async () => {
    const { page } = await rig()
    const offered = (await (await fetch(`${page.url}/app.json`)).json()) as {
      slash_commands: { command: string }[]
    }
    expect(offered.slash_commands.map(({ command }) => command)).toContain('/rights-erase')
  })

  test('says that nobody answers where the workspace has gone', async () => {
    const { page, slack } = await rig()
    await slack.close()
    expect((await fetch(`${page.url}/slack/_state`)).status).toBe(502)
  })

  test('turns away a page of the web, and a name that was bent to this machine', async () => {
    const { port } = await rig()
    expect(await statusFor(port, { host: `localhost:${port}` })).toBe(200)
    expect(await statusFor(port, { host: `127.0.0.1:${port}` })).toBe(200)
    expect(await statusFor(port, { host: `rebound.example.com:${port}` })).toBe(421)
    expect(await statusFor(port, { host: `localhost:${port + 1}` })).toBe(421)
    const from = (origin: string) => ({ host: `localhost:${port}`, origin })
    expect(await statusFor(port, from('https://example.com'))).toBe(403)
    expect(await statusFor(port, from('null'))).toBe(403)
    expect(await statusFor(port, from(`http://localhost:${port}`))).toBe(200)
  })

  test('says which port is taken, and how to choose another one', async () => {
    const { port } = await rig()
    const second = startPage({ port, slackUrl: '', zendeskUrl: '' })
    await expect(second).rejects.toThrow(`Port ${port} is taken`)
    await expect(second).rejects.toThrow(`PORT=${port + 1} npm start`)
  })
})

describe('whose page it is', () => {
  test.each(['localhost', '127.0.0.1', '[::1]', 'LOCALHOST'])('%s is this machine', (name) => {
    expect(isOwnHost(`${name}:3000`, 3000)).toBe(true)
    expect(isOwnHost(name, 80)).toBe(true)
    expect(isOwnHost(`${name}:3001`, 3000)).toBe(false)
  })

  test.each(['localhost.example.com:3000', '127.0.0.2:3000', '', 'x@localhost:3000', '[::1:3000'])(
    '%s is not',
    (host) => {
      expect(isOwnHost(host, 3000)).toBe(false)
      expect(isOwnOrigin(`http://${host}`, 3000)).toBe(false)
      expect(isOwnOrigin('https://localhost:3000', 3000)).toBe(false)
    },
  )
})
