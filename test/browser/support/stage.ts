import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { AppFeatures } from '../../../sandbox/page/app-features.ts'
import { startPage } from '../../../sandbox/page/server.ts'
import { type Slack, startSlack } from '../../../sandbox/slack/server.ts'
import { startZendesk, type Zendesk } from '../../../sandbox/zendesk/server.ts'
import { launch } from './launch.ts'
import { type Json, startTinyApp, type TinyApp } from './tiny-app.ts'

const features: AppFeatures = {
  slash_commands: [
    { command: '/rights', description: 'My desk', usage_hint: '[status | list | help]' },
    { command: '/rights-access', description: 'Tell what is held', usage_hint: '[ticket]' },
    { command: '/rights-erase', description: 'Erase a person', usage_hint: '[ticket]' },
  ],
  shortcuts: [
    { name: 'Open a request', type: 'global', callback_id: 'open_request' },
    { name: 'Open a request about this', type: 'message', callback_id: 'about_message' },
  ],
}

/** Everything a test of the page needs. */
export type Stage = {
  readonly url: string
  readonly zendesk: Zendesk
  readonly app: TinyApp
  /** Calls the workspace's Web API as the app; throws where it says no. */
  call: (method: string, args: Json) => Promise<Json>
  /** Lets a member act in the workspace, beside any browser. */
  as: (user: string, act: string, body: Json) => Promise<Json>
  /** Stops the workspace, does something, and starts it again where it was. */
  whileDown: (doing: () => Promise<void>) => Promise<void>
  /** What a browser complained about: errors of scripts, refused loads. */
  readonly complaints: string[]
  /** A page of a browser of its own, signed in as somebody in a channel. */
  visit: (hash: string, options?: BrowserContextOptions) => Promise<Page>
  close: () => Promise<void>
}

/** Starts workspace, account, app, page and browser. */
export async function openStage(): Promise<Stage> {
  const browser = await launch()
  const app = await startTinyApp()
  const dir = mkdtempSync(join(tmpdir(), 'page-slack-'))
  const start = async (port: number): Promise<Slack> =>
    await startSlack({ dir, port, app: { requestUrl: app.url } })
  let slack = await start(0)
  const zendesk = await startZendesk({ dir: mkdtempSync(join(tmpdir(), 'page-zendesk-')) })
  const page = await startPage({
    port: 0,
    slackUrl: slack.url,
    zendeskUrl: zendesk.url,
    app: features,
  })
  const complaints: string[] = []
  return {
    url: page.url,
    complaints,
    zendesk,
    app,
    call: async (method, args) => await call(slack, method, args),
    as: async (user, act, body) => await post(`${slack.url}/_as/${user}/${act}`, body),
    whileDown: async (doing) => {
      const port = Number(new URL(slack.url).port)
      await slack.close()
      await doing()
      slack = await start(port)
    },
    visit: async (hash, options) => {
      const tab = await visit(browser, options)
      tab.on('pageerror', (error) => complaints.push(error.message))
      tab.on('console', (line) => {
        if (line.type() === 'error' && !/502/.test(line.text())) complaints.push(line.text())
      })
      await tab.goto(`${page.url}/${hash}`)
      return tab
    },
    close: async () => {
      await browser.close()
      await page.close()
      await Promise.all([slack.close(), zendesk.close(), app.close()])
    },
  }
}

async function call({ apiUrl, botToken }: Slack, method: string, args: Json): Promise<Json> {
  const response = await fetch(`${apiUrl}${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${botToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(args),
  })
  const answer = (await response.json()) as Json
  if (answer['ok'] !== true) throw new Error(`${method}: ${JSON.stringify(answer)}`)
  return answer
}

async function post(url: string, body: Json): Promise<Json> {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) })
  return (await response.json()) as Json
}

async function visit(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    locale: 'en-GB',
    ...options,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(8000)
  return page
}
