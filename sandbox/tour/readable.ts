import { isJson, type Json, jsons } from '../slack/blocks/walk.ts'
import { channels, users } from '../slack/state/cast.ts'

const names = new Map([
  ...users.map(({ id, real_name }) => [id, real_name] as const),
  ...channels.map(({ id, name }) => [id, `#${name}`] as const),
])

/** What a member or a channel is called. */
export const nameOf = (id: string): string => names.get(id) ?? id

/** Slack's markup as it looks on the screen. */
export const shown = (text: string): string =>
  text
    .replaceAll(/<!date\^[^|>]*\|([^>]*)>/g, '$1')
    .replaceAll(/<[@#](\w+)>/g, (_, id: string) => nameOf(id))
    .replaceAll(/:warning: ?/g, '⚠ ')
    .replaceAll(/:lock: ?/g, '🔒 ')
    .replaceAll(/:(?:[a-z]+_)*[a-z]+: ?/g, '')
    .replaceAll(/[*`\u200b]/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

const textOf = (value: unknown): string =>
  isJson(value) && typeof value['text'] === 'string' ? value['text'] : ''

const oneLine = (text: string): string => shown(text).replaceAll(/\s*\n\s*/g, ' — ')

/** A text cut where a line ends. */
export const shortened = (text: string, most = 108): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text

/** The same with every line of a block by itself: for what is to be read to the letter. */
export const wholeLinesOf = (blocks: readonly Json[]): string[] =>
  blocks.flatMap((block) => shown(textOf(block['text'])).split('\n')).filter(Boolean)

/** Blocks as lines that can be read in a terminal: one for each block, buttons in brackets. */
export const linesOf = (blocks: readonly Json[]): string[] =>
  blocks.flatMap((block) => {
    const line = lineOf(block)
    return line === '' ? [] : [line]
  })

function lineOf(block: Json): string {
  const { type } = block
  if (type === 'actions') return jsons(block['elements']).map(control).join(' ')
  if (type === 'input') return `${textOf(block['label'])}: ${control(block['element'])}`
  if (type === 'context') return jsons(block['elements']).map(textOf).map(oneLine).join(' · ')
  if (type === 'rich_text') return spoken(block)
  const accessory = control(block['accessory'])
  return [shortened(oneLine(textOf(block['text'])), 100), accessory].filter(Boolean).join('  ')
}

function control(element: unknown): string {
  if (!isJson(element)) return ''
  if (element['type'] === 'button') return `[${textOf(element['text'])}]`
  if (element['type'] !== 'checkboxes') return '[        ]'
  const ticked = new Set(jsons(element['initial_options']).map(({ value }) => value))
  return jsons(element['options'])
    .map((one) => `${ticked.has(one['value']) ? '☑' : '☐'} ${textOf(one['text'])}`)
    .join('  ')
}

/** All texts of a rich text, in order. */
export function spoken(block: Json): string {
  const own = typeof block['text'] === 'string' ? block['text'] : ''
  const user = typeof block['user_id'] === 'string' ? nameOf(block['user_id']) : ''
  return `${own}${user}${jsons(block['elements']).map(spoken).join('')}`.replaceAll(/\s+/g, ' ')
}
