import { isInteractive, isJson, type Json, jsons } from './walk.ts'

/** Blocks as Slack keeps them: ids given where there were none, texts completed (samples: payloads). */
export const named = (blocks: readonly Json[], newId: () => string): Json[] =>
  blocks.map((block) => {
    const inner = block['type'] === 'carousel' ? 'elements' : 'child_blocks'
    const children = Array.isArray(block[inner])
      ? { [inner]: named(jsons(block[inner]), newId) }
      : {}
    return { ...complete(block, newId), ...children, block_id: block['block_id'] ?? newId() }
  })

function complete(node: Json, newId: () => string): Json {
  const entries = Object.entries(node).map(([key, value]) => [key, completed(value, newId)])
  return Object.fromEntries(entries) as Json
}

function completed(value: unknown, newId: () => string): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => completed(one, newId))
  if (!isJson(value)) return value
  const own =
    defaults[String(value['type'])]?.() ?? (isInteractive(value) ? { action_id: newId() } : {})
  return { ...own, ...complete(value, newId) }
}

const defaults: Readonly<Record<string, () => Json>> = {
  plain_text: () => ({ emoji: true }),
  mrkdwn: () => ({ verbatim: false }),
}
