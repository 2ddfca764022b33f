import type { Changes } from './changes.ts'
import { Effort } from './effort.ts'
import { controlIn, type Message, Screen, Seen, type Window } from './screen.ts'

/** The workspace that somebody works in. */
export type Workspace = {
  readonly url: string
  readonly changes: Changes
  /** How long its members wait for what they look for, in milliseconds. */
  readonly patience?: number
}

/** How long somebody waits for what he looks for, in milliseconds. */
const patience = 40_000

/** A control of a window or a message, and what is put in. */
type Use = {
  readonly at: Window | Message
  readonly action: string
  readonly near?: string | undefined
  readonly value?: unknown
  /** What the client asks before is answered with yes. */
  readonly confirmed?: true
}

/**
 * Somebody at his Slack client. He does what a member can do, by the workspace's control surface,
 * and knows what stands on his screen.
 */
export class Member {
  readonly user: string
  readonly name: string
  readonly effort = new Effort()
  readonly #workspace: Workspace
  /** The latest message to him that he has read. */
  #read = ''

  constructor(workspace: Workspace, user: string, name: string) {
    this.#workspace = workspace
    this.user = user
    this.name = name
  }

  async screen(): Promise<Screen> {
    const answer = await fetch(`${this.#workspace.url}/_as/${this.user}`)
    return Screen.parse(await answer.json())
  }

  /** What is looked for on his screen, as soon as it is there. */
  async until<T>(what: string, find: (screen: Screen) => T | undefined | false): Promise<T> {
    const { changes, patience: long = patience } = this.#workspace
    const deadline = performance.now() + long
    for (;;) {
      const { count } = changes
      const found = find(await this.screen())
      if (found !== undefined && found !== false) return found
      if (performance.now() > deadline) throw new Error(`${this.name} never saw ${what}.`)
      await changes.after(count, deadline - performance.now())
    }
  }

  /** The window on top, as soon as it is that of a deed. */
  async window(deed: string, is: (window: Window) => boolean = () => true): Promise<Window> {
    const window = await this.until(`the window “${deed}”`, ({ views }) => {
      const top = views.at(-1)
      return top?.callback_id === deed && is(top) && top
    })
    this.effort.saw(window.id)
    return window
  }

  /** A message to him with that button, which he has not read yet, as soon as it is there. */
  async told(deed: string): Promise<Message> {
    const read = this.#read
    const message = await this.until(`a message with “${deed}”`, ({ messages }) =>
      messages.findLast(
        ({ channel, ts, blocks }) =>
          channel.startsWith('D') && ts > read && controlIn(blocks, deed) !== undefined,
      ),
    )
    this.#read = message.ts
    return message
  }

  async command(channel: string, text: string): Promise<Seen> {
    this.effort.typed()
    return await this.#act('command', { channel, text, within: 3_000 })
  }

  /** Presses a button of a window, or of a message. */
  async press(at: Window | Message, action: string, near?: string): Promise<Seen> {
    this.effort.clicked()
    return await this.#use('click', { at, action, near })
  }

  /** Presses a button that asks first, and says yes. */
  async confirm(at: Window | Message, action: string): Promise<Seen> {
    this.effort.clicked()
    return await this.#use('click', { at, action, confirmed: true })
  }

  /** Fills a field of a window: a text, one option, or several. */
  async put(at: Window, action: string, value: string | readonly string[]): Promise<void> {
    this.effort.chose()
    await this.#use('type', { at, action, value })
  }

  /** Sends a window off. */
  async submit(window: Window): Promise<Seen> {
    this.effort.clicked()
    return await this.#act('submit', { view: window.id })
  }

  async close(window: Window): Promise<void> {
    this.effort.clicked()
    await this.#act('close', { view: window.id })
  }

  async openHome(): Promise<void> {
    await this.#act('open-home', {})
  }

  /** What he sees may be drawn anew under his finger: then he uses what stands there now. */
  async #use(act: string, { at, action, near, ...value }: Use): Promise<Seen> {
    let seen = await this.#try(act, at, { action, near, ...value })
    for (let more = 3; more > 0 && seen.outcome === 'refused'; more -= 1) {
      const { views, messages } = await this.screen()
      const now = isWindow(at)
        ? views.find(({ id }) => id === at.id)
        : messages.find(({ ts, channel }) => ts === at.ts && channel === at.channel)
      if (now) seen = await this.#try(act, now, { action, near, ...value })
    }
    return this.#done(act, seen)
  }

  async #try(
    act: string,
    at: Window | Message,
    { action, near, ...value }: Omit<Use, 'at'>,
  ): Promise<Seen> {
    const control = controlIn(at.blocks, action, near)
    if (!control) throw new Error(`${this.name} finds no “${action}” to use.`)
    const place = isWindow(at) ? { view: at.id } : { message: at.ts }
    const ids = { block_id: control.block['block_id'], action_id: action }
    return await this.#send(act, { ...place, ...ids, ...value })
  }

  async #act(act: string, body: object): Promise<Seen> {
    return this.#done(act, await this.#send(act, body))
  }

  #done(act: string, seen: Seen): Seen {
    if (!['refused', 'failed'].includes(seen.outcome)) return seen
    throw new Error(`${this.name} could not ${act}: ${seen.says}`)
  }

  async #send(act: string, body: object): Promise<Seen> {
    const answer = await fetch(`${this.#workspace.url}/_as/${this.user}/${act}`, {
      method: 'POST',
      body: JSON.stringify(body),
    })
    return Seen.parse(await answer.json())
  }
}

const isWindow = (at: Window | Message): at is Window => 'callback_id' in at
