import { acrossBlocks, acrossView } from './across.ts'
import { type Issue, issuesOf } from './issues.ts'
import { messageBlocks, view as viewSchema } from './surfaces.ts'
import { isJson, jsons } from './walk.ts'

/** What is wrong with the blocks of a message; nothing when Slack would take them. */
export function checkBlocks(blocks: unknown, at = '/blocks'): Issue[] {
  const parsed = messageBlocks.safeParse(blocks)
  const own = parsed.success ? [] : issuesOf(parsed.error, at)
  return [...own, ...acrossBlocks(jsons(blocks), at, 'message')]
}

/** What is wrong with a modal or home view. `kinds` says which of the two may come here. */
export function checkView(
  view: unknown,
  kinds: readonly string[] = ['modal', 'home'],
  at = '/view',
): Issue[] {
  const parsed = viewSchema.safeParse(view)
  const own = parsed.success ? [] : issuesOf(parsed.error, at)
  if (!isJson(view)) return own
  const surface = view['type'] === 'home' ? 'home' : 'modal'
  const wrongKind =
    parsed.success && !kinds.includes(parsed.data.type)
      ? [
          {
            pointer: `${at}/type`,
            message: `must be one of: ${kinds.join(', ')}`,
            constraint: { type: 'enum', expected: kinds },
          },
        ]
      : []
  return [
    ...own,
    ...wrongKind,
    ...acrossBlocks(jsons(view['blocks']), `${at}/blocks`, surface),
    ...acrossView(view, at),
  ]
}
