import type { JSX } from 'preact'
import { Element } from '../elements/element.tsx'
import { isJson, type Json, jsons, textOf } from '../model/json.ts'
import { markdown } from '../model/markdown.ts'
import { useSession } from '../session.ts'
import { Field } from './field.tsx'
import { RichText } from './rich-text.tsx'
import { Table } from './table.tsx'
import { Passages, PlainText, TextObject } from './text.tsx'

type Props = { readonly block: Json }

/** Blocks below each other; a block keeps its place and focus as long as its id stays. */
export const Blocks = ({ blocks }: { blocks: readonly Json[] }): JSX.Element => (
  <div class="blocks">
    {blocks.map((block, index) => (
      <Block key={textOf(block['block_id']) || index} block={block} />
    ))}
  </div>
)

function Block({ block }: Props): JSX.Element {
  const Drawing = drawings[textOf(block['type'])] ?? Unknown
  return <Drawing block={block} />
}

function Section({ block }: Props): JSX.Element {
  const fields = jsons(block['fields'])
  const accessory = isJson(block['accessory']) ? block['accessory'] : undefined
  return (
    <div class={`block section ${accessory ? 'with-accessory' : ''}`}>
      <div class="section-body">
        {isJson(block['text']) && <TextObject text={block['text']} />}
        {fields.length > 0 && (
          <div class="fields">
            {fields.map((field, index) => (
              <div key={index}>
                <TextObject text={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {accessory && (
        <div class="accessory">
          <Element block={block} element={accessory} />
        </div>
      )}
    </div>
  )
}

const Actions = ({ block }: Props): JSX.Element => (
  <div class="block actions">
    {jsons(block['elements']).map((element, index) => (
      <Element key={textOf(element['action_id']) || index} block={block} element={element} />
    ))}
  </div>
)

const Context = ({ block }: Props): JSX.Element => (
  <div class="block context">
    {jsons(block['elements']).map((element, index) =>
      element['type'] === 'image' ? (
        <img key={index} src={textOf(element['image_url'])} alt={textOf(element['alt_text'])} />
      ) : (
        <TextObject key={index} text={element} />
      ),
    )}
  </div>
)

const Image = ({ block }: Props): JSX.Element => (
  <figure class="block image">
    {block['title'] ? (
      <figcaption>
        <PlainText text={block['title']} />
      </figcaption>
    ) : null}
    <img src={textOf(block['image_url'])} alt={textOf(block['alt_text'])} />
  </figure>
)

function Unknown({ block }: Props): JSX.Element {
  const { words } = useSession()
  return <p class="block unknown">{words.unknownBlock(textOf(block['type']))}</p>
}

const drawings: Readonly<Record<string, (props: Props) => JSX.Element>> = {
  section: Section,
  actions: Actions,
  context: Context,
  context_actions: Actions,
  image: Image,
  input: Field,
  divider: () => <hr class="block" />,
  header: ({ block }) => (
    <h3 class="block header">
      <PlainText text={block['text']} />
    </h3>
  ),
  rich_text: ({ block }) => (
    <div class="block">
      <RichText block={block} />
    </div>
  ),
  markdown: ({ block }) => (
    <div class="block">
      <Passages passages={markdown(textOf(block['text']))} />
    </div>
  ),
  table: Table,
  data_table: Table,
}
