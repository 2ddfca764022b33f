import type { JSX } from 'preact'
import { type Json, jsons, textOf } from '../model/json.ts'
import { richInline, wordsOf } from '../model/rich-text.ts'
import { Pieces } from './pieces.tsx'

/** A `rich_text` block. */
export const RichText = ({ block }: { block: Json }): JSX.Element => (
  <div class="prose">
    {jsons(block['elements']).map((element, index) => (
      <Part key={index} element={element} />
    ))}
  </div>
)

function Part({ element }: { element: Json }): JSX.Element {
  const type = textOf(element['type'])
  if (type === 'rich_text_list') return <RichList element={element} />
  if (type === 'rich_text_preformatted') return <pre>{wordsOf(element['elements'])}</pre>
  const pieces = <Pieces pieces={richInline(element['elements'])} />
  return type === 'rich_text_quote' ? <blockquote>{pieces}</blockquote> : <p>{pieces}</p>
}

function RichList({ element }: { element: Json }): JSX.Element {
  const List = element['style'] === 'ordered' ? 'ol' : 'ul'
  return (
    <List style={{ marginInlineStart: `${Number(element['indent'] ?? 0) * 1.25}rem` }}>
      {jsons(element['elements']).map((item, index) => (
        <li key={index}>
          <Pieces pieces={richInline(item['elements'])} />
        </li>
      ))}
    </List>
  )
}
