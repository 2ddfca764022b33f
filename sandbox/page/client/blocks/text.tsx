import type { JSX } from 'preact'
import type { Passage } from '../model/inline.ts'
import { isJson, textOf } from '../model/json.ts'
import { mrkdwn, plainText } from '../model/mrkdwn.ts'
import { Pieces } from './pieces.tsx'

/** Paragraphs, quotations, lists and code. */
export const Passages = ({ passages }: { passages: readonly Passage[] }): JSX.Element => (
  <div class="prose">
    {passages.map((passage, index) => (
      <OnePassage key={index} passage={passage} />
    ))}
  </div>
)

function OnePassage({ passage }: { passage: Passage }): JSX.Element {
  if (passage.kind === 'pre') return <pre>{passage.text}</pre>
  if (passage.kind === 'list') {
    const List = passage.ordered ? 'ol' : 'ul'
    return (
      <List>
        {passage.items.map((item, index) => (
          <li key={index}>
            <Pieces pieces={item} />
          </li>
        ))}
      </List>
    )
  }
  const pieces = <Pieces pieces={passage.children} />
  if (passage.kind === 'quote') return <blockquote>{pieces}</blockquote>
  return passage.kind === 'heading' ? <p class="prose-heading">{pieces}</p> : <p>{pieces}</p>
}

/** A text object of Slack: `mrkdwn` or `plain_text`. */
export function TextObject({ text }: { text: unknown }): JSX.Element {
  if (isJson(text) && text['type'] === 'mrkdwn') return <Passages passages={mrkdwn(textOf(text))} />
  return <PlainText text={text} />
}

/** Text without marks, such as a label. */
export const PlainText = ({ text }: { text: unknown }): JSX.Element => (
  <Pieces pieces={plainText(textOf(text), !isJson(text) || text['emoji'] !== false)} />
)
