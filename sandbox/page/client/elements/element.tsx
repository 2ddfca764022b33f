import type { JSX } from 'preact'
import type { Placed } from '../blocks/use-element.ts'
import { textOf } from '../model/json.ts'
import { useSession } from '../session.ts'
import { Boxes } from './boxes.tsx'
import { Button } from './button.tsx'
import { DateTime } from './date-time.tsx'
import { External } from './external.tsx'
import { Overflow } from './overflow.tsx'
import { Pick } from './pick.tsx'
import { Typed } from './typed.tsx'

/** One interactive element, whatever its kind. */
export function Element(placed: Placed): JSX.Element {
  const Drawing = drawings[textOf(placed.element['type'])] ?? Unknown
  return <Drawing {...placed} />
}

function NoFiles(): JSX.Element {
  const { words } = useSession()
  return <p class="disabled-note">{words.noFiles}</p>
}

function Unknown({ element }: Placed): JSX.Element {
  const { words } = useSession()
  return <span class="block unknown">{words.unknownBlock(textOf(element['type']))}</span>
}

const Image = ({ element }: Placed): JSX.Element => (
  <img
    class="accessory-image"
    src={textOf(element['image_url'])}
    alt={textOf(element['alt_text'])}
  />
)

const drawings: Readonly<Record<string, (placed: Placed) => JSX.Element>> = {
  button: Button,
  workflow_button: Button,
  overflow: Overflow,
  image: Image,
  plain_text_input: Typed,
  email_text_input: Typed,
  url_text_input: Typed,
  number_input: Typed,
  rich_text_input: Typed,
  datepicker: Typed,
  timepicker: Typed,
  datetimepicker: DateTime,
  checkboxes: Boxes,
  radio_buttons: Boxes,
  static_select: Pick,
  multi_static_select: Pick,
  users_select: Pick,
  multi_users_select: Pick,
  channels_select: Pick,
  multi_channels_select: Pick,
  conversations_select: Pick,
  multi_conversations_select: Pick,
  external_select: External,
  multi_external_select: External,
  file_input: NoFiles,
}
