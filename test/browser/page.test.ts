import axe from 'axe-core'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { everyInput, input, modal, option, plain, section } from './support/blocks.ts'
import { openStage, type Stage } from './support/stage.ts'
import type { Got, Json } from './support/tiny-app.ts'

let stage: Stage
const tabs: Page[] = []

beforeAll(async () => {
  stage = await openStage()
})
afterAll(async () => {
  await stage?.close()
})
afterEach(async () => {
  stage.app.answers = {}
  stage.app.got.length = 0
  for (const tab of tabs.splice(0)) await tab.context().close()
  for (const user of ['U0AUBRY', 'U0LIND']) await stage.as(user, 'reload', {})
  const complaints = stage.complaints.splice(0)
  if (complaints.length > 0) throw new Error(`the browser complained: ${complaints.join('; ')}`)
})

const visit: Stage['visit'] = async (...args) => {
  const tab = await stage.visit(...args)
  tabs.push(tab)
  return tab
}

const lindIn = (channel: string): string => `#as=U0LIND&in=${channel}&desk=off`
const phone = { viewport: { width: 390, height: 844 } }
const composerOf = (tab: Page): Locator => tab.getByRole('textbox', { name: 'Message #' })
const say = async (args: Json): Promise<string> =>
  String((await stage.call('chat.postMessage', { channel: 'C0EXPORTS', text: 'x', ...args }))['ts'])
/** How far down the screen something ends. */
const bottomOf = async (what: Locator): Promise<number> => {
  const box = await what.boundingBox()
  return (box?.y ?? 0) + (box?.height ?? 0)
}

/** Waits until it is on the screen. */
const isShown = async (what: Locator): Promise<boolean> => {
  await what.waitFor()
  return true
}

/** Waits until it has left the screen. */
const isGone = async (what: Locator): Promise<boolean> => {
  await what.waitFor({ state: 'detached' })
  return true
}

const sent = (type: string): Got[] => stage.app.got.filter((one) => one.type === type)

/** What the app reads of the last form handed in. */
const handedIn = (): Record<string, { v: Json }> =>
  (sent('view_submission').at(-1) as unknown as { view: { state: { values: never } } }).view.state
    .values

async function openWindow(tab: Page, view: Json): Promise<Locator> {
  stage.app.answers['slash'] = async (got) => {
    await stage.call('views.open', { trigger_id: got['trigger_id'], view })
  }
  await composerOf(tab).fill('/rights-erase 48213')
  await composerOf(tab).press('Enter')
  const dialog = tab.getByRole('dialog')
  await dialog.waitFor()
  return dialog
}

const onlyView = async (user: string): Promise<string> => {
  const seen = (await (await fetch(`${stage.url}/slack/_as/${user}`)).json()) as {
    views: { id: string }[]
  }
  return seen.views.at(-1)?.id ?? ''
}

/** What axe calls serious or worse on what is shown. */
const faults = async (tab: Page): Promise<unknown> => {
  await tab.evaluate(axe.source)
  return await tab.evaluate(`axe.run().then(({ violations }) => violations
    .filter(({ impact }) => ['serious', 'critical'].includes(impact))
    .map(({ id, nodes }) => [id, nodes.slice(0, 4).map(({ html, failureSummary }) => html + failureSummary)]))`)
}

describe('being somebody', () => {
  test('whoever is chosen at the door is kept over a reload, and the page speaks their language', async () => {
    const tab = await visit('')
    await tab.getByRole('button', { name: /Inès Aubry/ }).click()
    await tab.getByRole('button', { name: /^Vous êtes Inès Aubry/ }).waitFor()
    await tab.reload()
    await tab.getByRole('button', { name: /^Vous êtes Inès Aubry/ }).click()
    await expect
      .poll(async () => await tab.getByRole('menuitemradio', { name: /Karl Holm/ }).isDisabled())
      .toBe(true)
    await tab.getByRole('menuitemradio', { name: /Tomas Lind/ }).click()
    await tab.getByRole('button', { name: /^You are Tomas Lind/ }).waitFor()
    await expect.poll(async () => await tab.locator('html').getAttribute('lang')).toBe('en-GB')
  })

  test('a guest of one channel sees that channel and no other', async () => {
    const tab = await visit('#as=U0VISITOR')
    const rooms = tab.getByRole('navigation', { name: 'Channels and messages' })
    await rooms.getByRole('button', { name: 'ext-partners' }).waitFor()
    expect(await rooms.getByRole('button', { name: /rights|general|exports/ }).count()).toBe(0)
  })
})

describe('the first steps', () => {
  test('lead from person to person, write the command, and can be put away and called back', async () => {
    const tab = await visit('#as=U0WEBER&in=C0GENERAL')
    const guide = tab.getByRole('region', { name: /First steps|Premiers pas/ })
    await guide.getByRole('button', { name: 'Become Inès' }).click()
    await guide.getByRole('button', { name: 'L’écrire pour moi' }).click()
    const line = tab.getByRole('textbox', { name: 'Écrire à #rights-requests' })
    await expect.poll(async () => await line.inputValue()).toBe('/rights-erase 48213')
    stage.app.answers['slash'] = async (got) => {
      await stage.call('views.open', { trigger_id: got['trigger_id'], view: modal([section('x')]) })
    }
    await line.press('Enter')
    await tab.getByRole('dialog').getByRole('button', { name: 'Leave it' }).click()
    await guide.getByRole('button', { name: 'Cacher' }).click()
    await guide.waitFor({ state: 'detached' })
    await tab.getByRole('button', { name: 'Premiers pas' }).click()
    await guide.waitFor()
  })
})

describe('writing', () => {
  test('a slash offers the commands of the app, and the chosen one reaches it with its words', async () => {
    const tab = await visit(lindIn('C0EXPORTS'))
    await composerOf(tab).fill('/rights-e')
    await tab.getByRole('option', { name: /\/rights-erase/ }).click()
    await composerOf(tab).pressSequentially('48213')
    await composerOf(tab).press('Enter')
    await expect
      .poll(() => stage.app.got.at(-1))
      .toMatchObject({
        command: '/rights-erase',
        text: '48213',
        channel_id: 'C0EXPORTS',
        user_id: 'U0LIND',
      })
    await expect.poll(async () => await composerOf(tab).inputValue()).toBe('')
  })

  test('what is written as text stays text, whatever it looks like', async () => {
    const tab = await visit(lindIn('C0GENERAL'))
    await composerOf(tab).fill('<img src=x onerror=alert(1)> & <!channel>')
    await composerOf(tab).press('Enter')
    const line = tab.getByRole('log').getByText('<img src=x onerror=alert(1)> & <!channel>')
    await line.waitFor()
    expect(await tab.getByRole('log').locator('img').count()).toBe(0)
  })

  test('an app that does not answer is told by a line that one alone can see', async () => {
    const tab = await visit(lindIn('C0EXPORTS'))
    stage.app.answers['slash'] = () => new Response(null, { status: 500 })
    await composerOf(tab).fill('/rights list')
    await composerOf(tab).press('Enter')
    const line = tab.getByRole('article', { name: /^Slackbot\. Only you/ })
    await line.getByText('/rights failed with the error "dispatch_failed"').waitFor()
    await expect.poll(async () => await composerOf(tab).inputValue()).toBe('/rights list')
  })

  test('threads open beside, take replies, and say that commands do not work there', async () => {
    const ts = await say({ text: 'A card' })
    await say({ text: 'First step', thread_ts: ts })
    const tab = await visit(lindIn('C0EXPORTS'))
    await tab.getByRole('button', { name: /1 reply/ }).click()
    const thread = tab.getByRole('complementary', { name: 'Thread' })
    await thread.getByText('First step').waitFor()
    const line = thread.getByRole('textbox', { name: 'Reply' })
    await line.fill('/rights list')
    await thread.getByText('Slash commands can’t be used in threads.').waitFor()
    await line.press('Enter')
    await thread.getByText('/rights is not supported in threads. Sorry!').waitFor()
    await line.fill('Understood')
    await line.press('Enter')
    await thread.getByRole('log').getByText('Understood').waitFor()
    await tab.getByRole('button', { name: /2 replies/ }).waitFor()
    await thread.getByRole('button', { name: 'Close the thread' }).click()
    expect(await isGone(thread)).toBe(true)
  })
})

describe('what the app says', () => {
  test('a message, its change, its end and a private line appear by themselves', async () => {
    const tab = await visit(lindIn('C0EXPORTS'))
    await composerOf(tab).waitFor()
    const ts = await say({ text: 'Looking in *six* places' })
    await tab.getByText('Looking in six places').waitFor()
    await stage.call('chat.update', { channel: 'C0EXPORTS', ts, text: 'Found 9 tickets' })
    await tab.getByText('Found 9 tickets').waitFor()
    await tab.getByText('(edited)').waitFor()
    await stage.call('chat.postEphemeral', {
      channel: 'C0EXPORTS',
      user: 'U0LIND',
      text: 'Not yours to approve',
    })
    await tab
      .getByRole('article', { name: /Only you/ })
      .getByText('Not yours to approve')
      .waitFor()
    await stage.call('chat.delete', { channel: 'C0EXPORTS', ts })
    expect(await isGone(tab.getByText('Found 9 tickets'))).toBe(true)
  })

  test('after a break the page finds its way back and shows what it missed', async () => {
    const tab = await visit(lindIn('C0EXPORTS'))
    await composerOf(tab).waitFor()
    await stage.whileDown(async () => {
      await tab.getByText('The workspace doesn’t answer.').waitFor()
    })
    await say({ text: 'Back again' })
    await tab.getByText('Back again').waitFor()
    expect(await isGone(tab.getByText('The workspace doesn’t answer.'))).toBe(true)
  })

  test('a button asks its question first; no sends nothing, yes sends one click', async () => {
    const confirm = { title: plain('Stop it?'), text: plain('It can go on later.') }
    const words = { confirm: plain('Stop'), deny: plain('Go on') }
    const button = { type: 'button', action_id: 'stop', text: plain('Stop the request') }
    await say({
      blocks: [{ type: 'actions', elements: [{ ...button, confirm: { ...confirm, ...words } }] }],
    })
    const tab = await visit(lindIn('C0EXPORTS'))
    const press = tab.getByRole('button', { name: 'Stop the request' })
    await press.click()
    await tab
      .getByRole('dialog', { name: 'Stop it?' })
      .getByRole('button', { name: 'Go on' })
      .click()
    expect(stage.app.got).toEqual([])
    await press.click()
    await tab
      .getByRole('dialog', { name: 'Stop it?' })
      .getByRole('button', { name: 'Stop' })
      .click()
    await expect.poll(() => sent('block_actions').length).toBe(1)
    await expect
      .poll(async () => await tab.evaluate('document.activeElement.textContent'))
      .toBe('Stop the request')
  })

  test('menus and overflows in a message tell the app what was chosen', async () => {
    const choose = { type: 'static_select', action_id: 'pick', placeholder: plain('What next') }
    await say({
      blocks: [
        section('A choice', { accessory: { ...choose, options: [option('wait'), option('go')] } }),
        {
          type: 'actions',
          elements: [
            { type: 'overflow', action_id: 'more', options: [option('hold'), option('hand over')] },
          ],
        },
      ],
    })
    const tab = await visit(lindIn('C0EXPORTS'))
    await tab.getByRole('combobox', { name: 'What next' }).click()
    await tab.getByRole('option', { name: 'go' }).click()
    await expect
      .poll(() => sent('block_actions')[0]?.['actions'])
      .toMatchObject([{ selected_option: { value: 'go' } }])
    await tab.getByRole('button', { name: 'More options' }).click()
    await tab.getByRole('menuitem', { name: 'hand over' }).click()
    await expect
      .poll(() => sent('block_actions')[1]?.['actions'])
      .toMatchObject([{ selected_option: { value: 'hand over' } }])
  })

  test('shortcuts of a message and of the whole workspace reach the app', async () => {
    await say({ text: 'About this one' })
    const tab = await visit(lindIn('C0EXPORTS'))
    const message = tab.getByRole('article').filter({ hasText: 'About this one' })
    await message.hover()
    await message.getByRole('button', { name: 'More actions' }).click()
    await tab.getByRole('menuitem', { name: 'Open a request about this' }).click()
    await expect
      .poll(() => sent('message_action')[0])
      .toMatchObject({ callback_id: 'about_message', message: { text: 'About this one' } })
    await tab.getByRole('button', { name: 'Shortcuts' }).click()
    await tab.getByRole('menuitem', { name: 'Open a request' }).click()
    await expect.poll(() => sent('shortcut')[0]).toMatchObject({ callback_id: 'open_request' })
  })

  test('the app’s home is drawn when it is opened, and changes as the app changes it', async () => {
    const publish = async (text: string): Promise<void> => {
      const view = { type: 'home', blocks: [section(text)] }
      await stage.call('views.publish', { user_id: 'U0LIND', view })
    }
    stage.app.answers['event_callback'] = () => ({})
    stage.app.answers['app_home_opened'] = async () => await publish('One request waits')
    const tab = await visit(lindIn('home'))
    await tab.getByText('One request waits').waitFor()
    await publish('Nothing waits')
    expect(await isShown(tab.getByText('Nothing waits'))).toBe(true)
  })

  test('a block that the page cannot draw is named instead', async () => {
    await say({ blocks: [section('Known'), { type: 'alert', text: plain('Unknown') }] })
    const tab = await visit(lindIn('C0EXPORTS'))
    expect(await isShown(tab.getByText('This page can’t draw “alert” blocks.'))).toBe(true)
  })
})

describe('windows', () => {
  test('every kind of field is filled in and handed in as Slack would', async () => {
    const tab = await visit(lindIn('C0EXPORTS'))
    stage.app.answers['block_suggestion'] = () => ({ options: [option('far'), option('farther')] })
    const dialog = await openWindow(tab, modal(everyInput))
    const field = (name: string): Locator => dialog.getByLabel(name, { exact: true })
    await field('Name').fill('Camille')
    await field('Story').fill('Two\nlines')
    await field('Mail').fill('camille@example.com')
    await field('Site').fill('https://example.com/a')
    await field('Count').fill('7')
    await field('Day').fill('2026-12-24')
    await field('Hour').fill('18:30')
    await field('Moment').fill('2026-12-24T18:30')
    await field('Letter').fill('Dear all')
    const pick = async (name: string, ...choices: string[]): Promise<void> => {
      await dialog.getByRole('combobox', { name, exact: true }).click()
      for (const choice of choices) await dialog.getByRole('option', { name: choice }).click()
      await field('Name').focus()
    }
    await pick('One', 'green')
    await pick('Some', 'north', 'south')
    await dialog.getByRole('checkbox', { name: 'salt' }).check()
    await dialog.getByRole('checkbox', { name: 'pepper' }).check()
    await dialog.getByRole('radio', { name: 'off' }).check()
    await pick('Member', 'Maya Okafor')
    await pick('Members', 'Maya Okafor', 'Jonas Weber')
    await pick('Channel', '#exports')
    await pick('Place', '#rights-audit')
    await dialog.getByRole('combobox', { name: 'Distant' }).fill('fa')
    await dialog.getByRole('option', { name: 'farther' }).click()
    await dialog.getByRole('button', { name: 'Hand in' }).click()
    await dialog.waitFor({ state: 'detached' })
    const values = Object.entries(handedIn()).map(([block, { v }]) => [block, v])
    const moment = await tab.evaluate('new Date("2026-12-24T18:30").getTime() / 1000')
    expect(Object.fromEntries(values)).toMatchObject({
      Name: { value: 'Camille' },
      Story: { value: 'Two\nlines' },
      Mail: { value: 'camille@example.com' },
      Site: { value: 'https://example.com/a' },
      Count: { value: '7' },
      Day: { selected_date: '2026-12-24' },
      Hour: { selected_time: '18:30' },
      Moment: { selected_date_time: moment },
      Letter: { rich_text_value: { elements: [{ elements: [{ text: 'Dear all' }] }] } },
      One: { selected_option: { value: 'green' } },
      Some: { selected_options: [{ value: 'north' }, { value: 'south' }] },
      Ticks: { selected_options: [{ value: 'salt' }, { value: 'pepper' }] },
      Dial: { selected_option: { value: 'off' } },
      Member: { selected_user: 'U0OKAFOR' },
      Members: { selected_users: ['U0OKAFOR', 'U0WEBER'] },
      Channel: { selected_channel: 'C0EXPORTS' },
      Place: { selected_conversation: 'C0AUDIT' },
      Distant: { selected_option: { value: 'farther' } },
    })
  })

  test('what is missing or refused is said beside its field, and the focus goes there', async () => {
    const tab = await visit(lindIn('C0EXPORTS'))
    const fields = [
      input('Name', { type: 'plain_text_input' }),
      input('Count', { type: 'number_input', is_decimal_allowed: false }),
    ]
    const dialog = await openWindow(tab, modal(fields))
    stage.app.answers['view_submission'] = () => ({
      response_action: 'errors',
      errors: { Count: 'The plan deletes 6 tickets.' },
    })
    await dialog.getByLabel('Name').fill('Camille')
    await dialog.getByRole('button', { name: 'Hand in' }).click()
    await dialog.getByText('Please complete this required field.').waitFor()
    await expect
      .poll(async () => await tab.evaluate('document.activeElement.ariaLabel'))
      .toBe('Count')
    expect(sent('view_submission')).toEqual([])
    await dialog.getByLabel('Count').fill('5')
    await dialog.getByText('Please complete this required field.').waitFor({ state: 'detached' })
    await dialog.getByRole('button', { name: 'Hand in' }).click()
    await dialog.getByText('The plan deletes 6 tickets.').waitFor()
    await expect
      .poll(async () => await dialog.getByLabel('Count').getAttribute('aria-invalid'))
      .toBe('true')
    await expect.poll(async () => await dialog.getByLabel('Name').inputValue()).toBe('Camille')
  })

  test('what is refused at the foot of a long window is in sight, also where one already types', async () => {
    const tab = await visit(lindIn('C0EXPORTS'))
    const long = Array.from({ length: 30 }, (_, line) => section(`Line ${line}`))
    const dialog = await openWindow(
      tab,
      modal([...long, input('Count', { type: 'plain_text_input' })]),
    )
    stage.app.answers['view_submission'] = () => ({
      response_action: 'errors',
      errors: { Count: 'The plan deletes 6 tickets.' },
    })
    await dialog.getByLabel('Count').fill('5')
    await dialog.getByRole('button', { name: 'Hand in' }).click()
    const fault = dialog.getByText('The plan deletes 6 tickets.')
    await fault.waitFor()
    await expect
      .poll(async () => (await bottomOf(dialog.locator('.dialog-body'))) - (await bottomOf(fault)))
      .toBeGreaterThanOrEqual(0)
  })

  test('an app that fails leaves the window open and says so', async () => {
    const tab = await visit(lindIn('C0EXPORTS'))
    const dialog = await openWindow(tab, modal([section('Ready?')]))
    stage.app.answers['view_submission'] = () => new Response(null, { status: 500 })
    await dialog.getByRole('button', { name: 'Hand in' }).click()
    expect(await isShown(dialog.getByText('We had some trouble connecting. Try again?'))).toBe(true)
  })

  test('an update keeps what is being typed, and the place where one types', async () => {
    const tab = await visit(lindIn('C0EXPORTS'))
    const name = input('Name', { type: 'plain_text_input' })
    const dialog = await openWindow(tab, modal([section('Looked in 1 of 6 places'), name]))
    await dialog.getByLabel('Name').pressSequentially('Camil')
    const view_id = await onlyView('U0LIND')
    const blocks = [section('Looked in 6 of 6 places'), section('Found: 9'), name]
    await stage.call('views.update', { view_id, view: modal(blocks) })
    await dialog.getByText('Looked in 6 of 6 places').waitFor()
    await tab.keyboard.type('le')
    await expect.poll(async () => await dialog.getByLabel('Name').inputValue()).toBe('Camille')
    await dialog.getByRole('button', { name: 'Hand in' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(handedIn()['Name']?.v).toMatchObject({ value: 'Camille' })
  })

  test('windows lie on each other; Escape leaves the top one and the app hears of it', async () => {
    const tab = await visit(lindIn('C0EXPORTS'))
    const deeper = { type: 'button', action_id: 'deeper', text: plain('Deeper') }
    const first = modal([{ type: 'actions', elements: [deeper] }], { notify_on_close: true })
    const dialog = await openWindow(tab, first)
    stage.app.answers['block_actions'] = async (got) => {
      const view = modal([section('The second')], { title: plain('Below'), notify_on_close: true })
      await stage.call('views.push', { trigger_id: got['trigger_id'], view })
    }
    await dialog.getByRole('button', { name: 'Deeper' }).click()
    await tab.getByRole('dialog', { name: 'Window: Below' }).getByText('The second').waitFor()
    await tab.keyboard.press('Escape')
    await tab.getByRole('dialog', { name: 'Window: A window' }).waitFor()
    await expect.poll(() => sent('view_closed')).toMatchObject([{ is_cleared: false }])
    await tab.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    const name = await tab.evaluate('document.activeElement.ariaLabel')
    expect(name).toBe('Message #exports')
  })

  test('a field that tells the app on Enter does so, and does not hand the window in', async () => {
    const tab = await visit(lindIn('C0EXPORTS'))
    const field = input('Term', { type: 'plain_text_input' }, { dispatch_action: true })
    const dialog = await openWindow(tab, modal([field]))
    await dialog.getByLabel('Term').fill('camille')
    expect(stage.app.got.filter(({ type }) => type)).toEqual([])
    await dialog.getByLabel('Term').press('Enter')
    await expect
      .poll(() => sent('block_actions')[0]?.['actions'])
      .toMatchObject([{ value: 'camille' }])
    expect(sent('view_submission')).toEqual([])
  })
})

describe('by keyboard alone', () => {
  test('one signs in, sends a command, fills in a window and hands it in', async () => {
    const tab = await visit('')
    const { keyboard } = tab
    await tab.getByRole('button', { name: /Tomas Lind/ }).focus()
    await keyboard.press('Enter')
    await composerOf(tab).waitFor()
    await composerOf(tab).focus()
    stage.app.answers['slash'] = async (got) => {
      const fields = [
        input('Who', { type: 'static_select', options: [option('first'), option('second')] }),
        input('Why', { type: 'plain_text_input' }),
      ]
      await stage.call('views.open', { trigger_id: got['trigger_id'], view: modal(fields) })
    }
    await keyboard.type('/rights-er')
    await keyboard.press('Tab')
    await keyboard.type('48213')
    await keyboard.press('Enter')
    const dialog = tab.getByRole('dialog')
    await dialog.waitFor()
    await keyboard.press('ArrowDown')
    await keyboard.press('ArrowDown')
    await keyboard.press('Enter')
    await keyboard.press('Tab')
    await keyboard.type('She asked')
    await keyboard.press('Tab')
    await keyboard.press('Tab')
    await keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    expect(handedIn()['Who']?.v).toMatchObject({ selected_option: { value: 'second' } })
    expect(handedIn()['Why']?.v).toMatchObject({ value: 'She asked' })
  })

  test('a menu is walked with arrows and left with Escape', async () => {
    const tab = await visit(lindIn('C0GENERAL'))
    const me = tab.getByRole('button', { name: /^You are Tomas Lind/ })
    await me.focus()
    await tab.keyboard.press('Enter')
    await tab.getByRole('menuitemradio', { name: /Tomas/ }).waitFor()
    await tab.keyboard.press('ArrowDown')
    const here = await tab.evaluate('document.activeElement.textContent')
    expect(here).toContain('Maya Okafor')
    await tab.keyboard.press('Escape')
    await expect.poll(async () => await tab.evaluate('document.activeElement.className')).toBe('me')
  })
})

describe('the account beside it', () => {
  test('a person is found, her ticket read, and each request seen as it comes', async () => {
    const tab = await visit('#as=U0LIND&in=C0GENERAL')
    const desk = tab.getByRole('complementary', { name: 'Zendesk account' })
    await desk.getByRole('searchbox').fill('SUPPRESSION DE MES DONNEES')
    await desk.getByRole('button', { name: /48213/ }).click()
    await desk.getByText(/article 17 du RGPD/).waitFor()
    await desk.getByRole('button', { name: 'Requests' }).click()
    const { email, token } = stage.zendesk.credentials.tokens[0] ?? { email: '', token: '' }
    const authorization = `Basic ${Buffer.from(`${email}/token:${token}`).toString('base64')}`
    await fetch(`${stage.zendesk.url}/api/v2/tickets/48213`, {
      method: 'DELETE',
      headers: { authorization },
    })
    await desk.getByText('/tickets/48213').waitFor()
    await desk.getByRole('button', { name: 'Tickets' }).click()
    const row = desk.getByRole('button', { name: /48213/ })
    expect(await isShown(row.getByText('deleted'))).toBe(true)
    expect(await isShown(row.getByText('just changed'))).toBe(true)
  })

  test('it can be put away, and stays away over a reload', async () => {
    const tab = await visit('#as=U0LIND&in=C0GENERAL')
    await tab.getByRole('button', { name: 'Hide the Zendesk account' }).click()
    await tab.reload()
    await composerOf(tab).waitFor()
    await expect
      .poll(async () => await tab.getByRole('complementary', { name: 'Zendesk account' }).count())
      .toBe(0)
    await tab.getByRole('button', { name: 'Zendesk account' }).click()
    expect(await isShown(tab.getByRole('complementary', { name: 'Zendesk account' }))).toBe(true)
  })
})

describe('how it looks', () => {
  test('on a phone the conversation has the whole width, also without the account', async () => {
    const tab = await visit(lindIn('C0GENERAL'), phone)
    await composerOf(tab).waitFor()
    const box = await tab.locator('.pane.main').boundingBox()
    expect(box?.width).toBe(390)
  })

  test('on a phone nothing is cut off, and one column is shown at a time', async () => {
    const tab = await visit('#as=U0LIND&in=C0GENERAL', phone)
    await composerOf(tab).waitFor()
    const bar = tab.getByRole('navigation', { name: 'Chat' })
    const isCut = 'document.documentElement.scrollWidth > innerWidth'
    await expect.poll(async () => await tab.evaluate(isCut)).toBe(false)
    await bar.getByRole('button', { name: 'Zendesk' }).click()
    await tab.getByRole('searchbox').waitFor()
    await expect.poll(async () => await composerOf(tab).isVisible()).toBe(false)
    await expect.poll(async () => await tab.evaluate(isCut)).toBe(false)
    await bar.getByRole('button', { name: 'Channels' }).click()
    await tab.getByRole('button', { name: 'exports' }).click()
    const dialog = await openWindow(tab, modal(everyInput))
    expect(await dialog.boundingBox()).toMatchObject({ width: 390, height: 844 })
    await expect.poll(async () => await tab.evaluate(isCut)).toBe(false)
  })

  test('it follows the system’s dark colours, and a switch that is remembered', async () => {
    const tab = await visit(lindIn('C0GENERAL'), { colorScheme: 'dark' })
    const ground = async (): Promise<unknown> =>
      await tab.evaluate('getComputedStyle(document.body).backgroundColor')
    await tab.getByRole('button', { name: 'Light colours' }).waitFor()
    const dark = await ground()
    await tab.getByRole('button', { name: 'Light colours' }).click()
    await expect.poll(ground).not.toBe(dark)
    await tab.reload()
    await tab.getByRole('button', { name: 'Dark colours' }).waitFor()
    expect(await ground()).not.toBe(dark)
  })
})

describe('for everybody', () => {
  test.each(['light', 'dark'] as const)(
    'no serious fault is found in %s colours',
    async (colorScheme) => {
      const door = await visit('', { colorScheme })
      await door.getByRole('button', { name: /Tomas/ }).waitFor()
      expect(await faults(door)).toEqual([])
      const ts = await say({
        text: 'A *card* with `code`',
        blocks: [section('A *card* with `code`')],
      })
      await say({ text: 'One step', thread_ts: ts })
      await stage.call('chat.postEphemeral', { channel: 'C0EXPORTS', user: 'U0LIND', text: 'Psst' })
      const tab = await visit(`#as=U0LIND&in=C0EXPORTS&thread=${ts}`, { colorScheme })
      await tab.getByText('Psst').waitFor()
      await tab.getByRole('button', { name: /48262/ }).waitFor()
      expect(await faults(tab)).toEqual([])
      const dialog = await openWindow(tab, modal(everyInput))
      await dialog.getByRole('button', { name: 'Hand in' }).click()
      await dialog.getByText('Please complete this required field.').first().waitFor()
      await dialog.getByRole('combobox', { name: 'One' }).click()
      expect(await faults(tab)).toEqual([])
    },
  )
})
