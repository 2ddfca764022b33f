import { setTimeout as rest } from 'node:timers/promises'
import { z } from 'zod'

const patience = 20_000

const Shown = z.looseObject({
  views: z.array(z.looseObject({ id: z.string(), callback_id: z.string() })),
  messages: z.array(z.looseObject({ ts: z.string() })),
})
/** What a member sees now. */
export type Shown = z.infer<typeof Shown>

const Done = z.looseObject({ ok: z.boolean(), says: z.string().optional() })

/** A member of the local workspace, who counts what he does by hand and in how many windows. */
export class Person {
  readonly windows = new Set<string>()
  clicks = 0
  fields = 0
  readonly #at: string

  /** `url`: of the workspace. */
  constructor(url: string, user: string) {
    this.#at = `${url}/_as/${user}`
  }

  async types(text: string): Promise<void> {
    await this.#act('command', { text, channel: 'C0REQUESTS' })
  }

  /** Presses a button of the newest message that has it, as soon as there is one. */
  async presses(deed: string): Promise<void> {
    const { messages } = await this.until((shown) => hasButton(shown, deed))
    const message = messages.findLast((one) => JSON.stringify(one).includes(`"${deed}"`))
    this.clicks += 1
    await this.#act('click', { message: message?.ts, action_id: deed })
  }

  /** Types into a field, as soon as the window on top has it. */
  async fills(field: string, value: string): Promise<void> {
    const { views } = await this.until((shown) => isOnTop(shown, field))
    this.fields += 1
    await this.#act('fill', { view: views.at(-1)?.id, action_id: field, value })
  }

  /** Presses the button of the window on top, as soon as it is the one that is meant. */
  async submits(isMeant: (shown: Shown) => boolean): Promise<void> {
    await this.until(isMeant)
    this.clicks += 1
    await this.#act('submit', {})
  }

  /** What he sees as soon as it is this. */
  async until(isIt: (shown: Shown) => boolean): Promise<Shown> {
    for (const end = performance.now() + patience; performance.now() < end; await rest(25)) {
      const shown = Shown.parse(await (await fetch(this.#at)).json())
      for (const { id } of shown.views) this.windows.add(id)
      if (isIt(shown)) return shown
    }
    throw new Error(`never seen: ${String(isIt)}`)
  }

  async #act(act: string, body: object): Promise<void> {
    const response = await fetch(`${this.#at}/${act}`, {
      method: 'POST',
      body: JSON.stringify(body),
    })
    const { ok, says } = Done.parse(await response.json())
    if (!ok) throw new Error(`${act}: ${says ?? 'refused'}`)
  }
}

const hasButton = ({ messages }: Shown, deed: string): boolean =>
  JSON.stringify(messages).includes(`"action_id":"${deed}"`)

const isOnTop = ({ views }: Shown, field: string): boolean =>
  JSON.stringify(views.at(-1) ?? '').includes(`"action_id":"${field}"`)
