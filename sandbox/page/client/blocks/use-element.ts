import { useContext, useState } from 'preact/hooks'
import { type Draft, heldIn, isTyped, valueOf } from '../model/draft.ts'
import { keyOf } from '../model/form.ts'
import { isJson, type Json, textOf } from '../model/json.ts'
import { type Session, useSession } from '../session.ts'
import { type Surface, SurfaceContext } from './surface.ts'

/** An element in its block. */
export type Placed = { readonly block: Json; readonly element: Json }

/** What a control needs to show and change its element. */
export type Control = Placed & {
  /** For the `id` of the control. */
  readonly id: string
  readonly draft: Draft
  readonly error: string | undefined
  readonly isBusy: boolean
  readonly surface: Surface
  readonly session: Session
  /** Keeps what is put in, and sends it in its time. */
  readonly put: (draft: Draft) => void
  /** Presses it, after its own question; `value` names an option. */
  readonly press: (value?: unknown) => Promise<void>
  /** Sends at once what waits, such as on Enter. */
  readonly enter: () => void
}

/** How long nothing may be typed before it is sent, in ms. */
const pause = 250

/** Ties an element to what has been put in and to what happens with it. */
export function useElement({ block, element }: Placed): Control {
  const session = useSession()
  const surface = useContext(SurfaceContext)
  const [isBusy, setBusy] = useState(false)
  const key = keyOf(surface.id, block, element)
  const draft = session.form[key] ?? heldIn(block, element, surface.values)
  const press = async (value?: unknown): Promise<void> => {
    const question = element['confirm']
    if (isJson(question) && !(await session.ask(question))) return
    setBusy(true)
    await click(session, surface, { block, element }, value)
    setBusy(false)
  }
  const put = (next: Draft): void => {
    const value = valueOf(element, next)
    if (block['type'] !== 'input') void press(value).then(() => session.keep(key, next))
    else {
      session.keep(key, next)
      const run = async (): Promise<void> =>
        await click(session, surface, { block, element }, value)
      session.filler.later(key, run, waitFor({ block, element }))
    }
  }
  return {
    block,
    element,
    id: `f${shortened(key)}`,
    draft,
    error: surface.errors[textOf(block['block_id'])],
    isBusy,
    surface,
    session,
    put,
    press,
    enter: () => void session.filler.flush(),
  }
}

const shortened = (key: string): string => key.replaceAll(/[^\p{L}\p{N}]+/gu, '-')

async function click(
  session: Session,
  { where }: Surface,
  { block, element }: Placed,
  value: unknown,
): Promise<void> {
  const seen = await session.act('click', {
    ...where,
    block_id: block['block_id'],
    action_id: element['action_id'],
    confirmed: true,
    ...(value === undefined ? {} : { value }),
  })
  if (!seen.ok) session.say(seen.says ?? session.words.failed)
}

// A dispatching field tells the app on Enter, or as it is typed where it says so (Slack: input block).
function waitFor({ block, element }: Placed): number | undefined {
  if (!isTyped(element)) return 0
  if (block['dispatch_action'] !== true) return pause
  const config = isJson(element['dispatch_action_config']) ? element['dispatch_action_config'] : {}
  const on = config['trigger_actions_on']
  return Array.isArray(on) && on.includes('on_character_entered') ? pause : undefined
}
