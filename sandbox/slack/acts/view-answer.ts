import { z } from 'zod'
import { Refused } from '../api/call.ts'
import { uniqueExternalId, viewIn } from '../api/views.ts'
import { jsons } from '../blocks/walk.ts'
import { stackOf } from '../state/find.ts'
import { changeView, closeAll, closeModal, pushModal, saved, stackLimit } from '../state/modals.ts'
import type { View } from '../state/records.ts'
import type { Workspace } from '../state/workspace.ts'

const answer = z.discriminatedUnion('response_action', [
  z.looseObject({
    response_action: z.literal('errors'),
    errors: z.record(z.string(), z.string().min(1)),
  }),
  z.looseObject({ response_action: z.literal('update'), view: z.unknown() }),
  z.looseObject({ response_action: z.literal('push'), view: z.unknown() }),
  z.looseObject({ response_action: z.literal('clear') }),
])

type Answer = z.infer<typeof answer>

/** What became of it: done, words beside fields, or nothing Slack can use. */
export type Taken = 'done' | 'unreadable' | Readonly<Record<string, string>>

/** Does what the app answered to a submission (facts 1.5, 2). */
export function carryOut(workspace: Workspace, submitted: View, body: string): Taken {
  const view = workspace.store.get('views', submitted.id)
  if (body.trim() === '') return closed(workspace, view)
  const parsed = answer.safeParse(parse(body))
  if (!parsed.success) return isEmptyObject(body) ? closed(workspace, view) : 'unreadable'
  if (!view) return 'done'
  try {
    return act(workspace, view, parsed.data)
  } catch (error) {
    if (error instanceof Refused) return 'unreadable'
    throw error
  }
}

function act(workspace: Workspace, view: View, given: Answer): Taken {
  if (given.response_action === 'errors') return marked(workspace, view, given.errors)
  if (given.response_action === 'push') return pushed(workspace, view, given)
  if (given.response_action === 'clear') closeAll(workspace, stackOf(workspace, view.user))
  else {
    const next = viewIn(given, ['modal'])
    uniqueExternalId(workspace, next, view)
    changeView(workspace, view, next)
  }
  return 'done'
}

// A key that is no input block makes the whole answer useless (facts 2).
function marked(workspace: Workspace, view: View, errors: Record<string, string>): Taken {
  const inputs = new Set(
    jsons(view.given['blocks'])
      .filter(({ type }) => type === 'input')
      .map((block) => String(block['block_id'])),
  )
  const keys = Object.keys(errors)
  if (keys.length === 0 || keys.some((key) => !inputs.has(key))) return 'unreadable'
  saved(workspace, { ...view, errors })
  return errors
}

function pushed(workspace: Workspace, view: View, given: Answer): Taken {
  const next = viewIn(given, ['modal'])
  if (stackOf(workspace, view.user).length >= stackLimit) return 'unreadable'
  uniqueExternalId(workspace, next)
  pushModal(workspace, view, next)
  return 'done'
}

function closed(workspace: Workspace, view: View | undefined): Taken {
  if (view) closeModal(workspace, view)
  return 'done'
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

const isEmptyObject = (body: string): boolean => /^\{\s*\}$/.test(body.trim())
