import type { JSX } from 'preact'
import { isJson, type Json, jsons, textOf } from '../model/json.ts'
import { RichText } from './rich-text.tsx'

const cellsOf = (row: unknown): Json[] => jsons(row)

/** A `table` or `data_table`; the first row is its head. */
export function Table({ block }: { block: Json }): JSX.Element {
  const rows = Array.isArray(block['rows']) ? block['rows'].map(cellsOf) : []
  const [head = [], ...body] = rows
  const settings: unknown[] = Array.isArray(block['column_settings'])
    ? block['column_settings']
    : []
  const align = (column: number): string => {
    const one = settings[column]
    return isJson(one) ? textOf(one['align']) || 'left' : 'left'
  }
  return (
    <div
      class="table-box"
      tabIndex={0}
      role="group"
      aria-label={textOf(block['caption']) || 'Table'}
    >
      <table>
        <thead>
          <tr>
            {head.map((cell, column) => (
              <th scope="col" key={column} style={{ textAlign: align(column) }}>
                <Cell cell={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row, index) => (
            <Row key={index} row={row} align={align} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

type RowProps = { readonly row: readonly Json[]; readonly align: (column: number) => string }

const Row = ({ row, align }: RowProps): JSX.Element => (
  <tr>
    {row.map((cell, column) => (
      <td key={column} style={{ textAlign: align(column) }}>
        <Cell cell={cell} />
      </td>
    ))}
  </tr>
)

function Cell({ cell }: { cell: Json }): JSX.Element {
  if (cell['type'] === 'rich_text') return <RichText block={cell} />
  const number = cell['value']
  return <>{textOf(cell['text']) || (typeof number === 'number' ? String(number) : '')}</>
}
