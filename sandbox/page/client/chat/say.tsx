import type { JSX } from 'preact'
import { Blocks } from '../blocks/block.tsx'
import { type Surface, SurfaceContext } from '../blocks/surface.ts'
import { Passages } from '../blocks/text.tsx'
import { type Json, jsons, textOf } from '../model/json.ts'
import { mrkdwn } from '../model/mrkdwn.ts'
import type { Content } from '../model/records.ts'

const surfaceOf = ({ ts }: Content): Surface => ({
  id: ts,
  where: { message: ts },
  values: {},
  errors: {},
})

/** What a message says: its blocks, else its text, then what is attached. */
export const Say = ({ content }: { content: Content }): JSX.Element => (
  <SurfaceContext.Provider value={surfaceOf(content)}>
    {content.blocks && content.blocks.length > 0 ? (
      <Blocks blocks={content.blocks} />
    ) : (
      <Passages passages={mrkdwn(content.text)} />
    )}
    {content.attachments?.map((attachment, index) => (
      <Attachment key={index} attachment={attachment} />
    ))}
  </SurfaceContext.Provider>
)

function Attachment({ attachment }: { attachment: Json }): JSX.Element {
  const color = textOf(attachment['color'])
  const style = /^#?[0-9a-f]{6}$/i.test(color) ? { borderColor: `#${color.replace('#', '')}` } : {}
  const blocks = jsons(attachment['blocks'])
  return (
    <div class="attachment" style={style}>
      {blocks.length > 0 ? (
        <Blocks blocks={blocks} />
      ) : (
        <Passages passages={mrkdwn(textOf(attachment['text'] ?? attachment['fallback']))} />
      )}
    </div>
  )
}
