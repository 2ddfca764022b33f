import { type Inline, isSafeUrl } from './inline.ts'
import { isJson, type Json, jsons, textOf } from './json.ts'

const styles = ['bold', 'italic', 'strike'] as const

/** The pieces of a rich text section. */
export const richInline = (elements: unknown): Inline[] =>
  jsons(elements).flatMap((one) => styled(one, leaf(one)))

const leaves: Readonly<Record<string, (one: Json) => Inline[]>> = {
  text: (one) =>
    textOf(one['text'])
      .split('\n')
      .flatMap((text, index): Inline[] => {
        const piece = { kind: 'text', text } as const
        return index === 0 ? [piece] : [{ kind: 'break' }, piece]
      }),
  link: (one) => {
    const url = textOf(one['url'])
    const text = textOf(one['text']) || url
    return [isSafeUrl(url) ? { kind: 'link', url, text } : { kind: 'text', text }]
  },
  user: (one) => [{ kind: 'user', id: textOf(one['user_id']), label: '' }],
  channel: (one) => [{ kind: 'channel', id: textOf(one['channel_id']), label: '' }],
  usergroup: (one) => [{ kind: 'group', id: textOf(one['usergroup_id']), label: '' }],
  broadcast: (one) => [{ kind: 'broadcast', range: textOf(one['range']) }],
  emoji: (one) => [{ kind: 'emoji', name: textOf(one['name']) }],
  color: (one) => [{ kind: 'code', text: textOf(one['value']) }],
  date: (one) => [
    {
      kind: 'date',
      at: Number(one['timestamp']),
      format: textOf(one['format']),
      url: '',
      fallback: textOf(one['fallback']),
    },
  ],
}

const leaf = (one: Json): Inline[] =>
  leaves[textOf(one['type'])]?.(one) ?? [{ kind: 'text', text: textOf(one['text']) }]

function styled(one: Json, pieces: readonly Inline[]): Inline[] {
  const style = isJson(one['style']) ? one['style'] : {}
  if (style['code'] === true) return [{ kind: 'code', text: textOf(one['text']) }]
  return styles.reduce<Inline[]>(
    (children, kind) => (style[kind] === true ? [{ kind, children }] : children),
    [...pieces],
  )
}

/** Typed lines as the value of a `rich_text_input`. */
export const richTextOf = (text: string): Json | null =>
  text === ''
    ? null
    : {
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
      }

/** The plain words of a rich text. */
export const wordsOf = (node: unknown): string =>
  Array.isArray(node)
    ? node.map(wordsOf).join('')
    : isJson(node)
      ? `${textOf(node['text'])}${wordsOf(node['elements'])}`
      : ''
