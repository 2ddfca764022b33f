import { type Html, html } from '../../html.ts'
import type { FileFind } from '../../records/finds.ts'
import { menu } from '../fields.ts'
import type { Sight } from '../shell.ts'
import type { Item, Place } from './item.ts'
import { goesWhole } from './values.ts'

/** Files and recordings of a ticket that stays: no search of texts sees what they show. */
export function filesView({ sight }: Place, { said, values }: Item): Html | false {
  const { find } = said
  if (goesWhole(said) || find.attachments.length + find.calls.length === 0) return false
  const { files: words } = sight.words.window
  const rows = [
    ...find.attachments.map((file) => ({ id: String(file.id), what: fileLine(sight, file) })),
    ...find.calls.map(({ id }) => ({ id, what: html`${words.recording}` })),
  ]
  return html`<fieldset class="column"><legend class="label">${sight.words.pages.item.files}</legend>
${rows.map(
  ({ id, what }) =>
    html`<div class="file"><span>${what}</span>${menu(
      `f.${find.id}.${id}`,
      words.label,
      [
        { value: '', text: words['nobody-opened'] },
        { value: 'redact', text: words.redact },
        { value: 'nothing-there', text: words['nothing-there'] },
      ],
      values.files[id] ?? '',
    )}</div>`,
)}</fieldset>`
}

function fileLine({ words }: Sight, { name, type, size, inline, malware }: FileFind): Html {
  const { files } = words.window
  const about = [
    type,
    ...(size === null ? [] : [files.bytes(size)]),
    ...(inline ? [files.inline] : []),
  ]
  return html`${name} <span class="muted small">${about.join(' · ')}</span>${malware && html` <strong>${files.malware}</strong>`}`
}
