import { isJson, type Json, jsons } from '../../sandbox/slack/blocks/walk.ts'

type Wrong = { readonly at: string } & ({ readonly part: Json } | { readonly view: Json })

const x = (length: number): string => 'x'.repeat(length)
const plain = (length: number): Json => ({ type: 'plain_text', text: x(length) })
const option = (more: Json = {}): Json => ({ text: plain(1), value: 'v', ...more })
const options = (count: number): Json[] =>
  Array.from({ length: count }, (_, n) => option({ value: `v${n}` }))
const button = (more: Json): Json => ({ type: 'button', text: plain(1), ...more })
const confirm = (more: Json): Json =>
  button({ confirm: { title: plain(1), text: plain(1), ...more } })
const menu = (more: Json): Json => ({ type: 'static_select', ...more })
const group = (count: number): Json => ({ label: plain(1), options: options(count) })
const mrkdwn = (length: number): Json => ({ type: 'mrkdwn', text: x(length) })
const video = (more: Json): Json => ({
  type: 'video',
  alt_text: 'a',
  title: plain(1),
  thumbnail_url: 'https://example.com/t',
  video_url: 'https://example.com/v',
  ...more,
})
const input = (more: Json): Json => ({
  type: 'input',
  label: plain(1),
  element: { type: 'plain_text_input' },
  ...more,
})
const cell = (text: string): Json => ({ type: 'raw_text', text })
const rows = (count: number): Json[][] => Array.from({ length: count }, () => [cell('a')])
const dataTable = (more: Json): Json => ({
  type: 'data_table',
  caption: 'c',
  rows: rows(2),
  ...more,
})
const chart = (given: Json, more: Json = {}): Json => ({
  type: 'data_visualization',
  title: 't',
  chart: given,
  ...more,
})
const series = (count: number, points: number): Json[] =>
  Array.from({ length: count }, () => ({
    name: 's',
    data: Array.from({ length: points }, () => ({ label: 'a', value: 1 })),
  }))
const bar = (more: Json): Json =>
  chart({ type: 'bar', series: series(1, 1), axis_config: { categories: ['a'] }, ...more })
const pie = (segments: Json[]): Json => chart({ type: 'pie', segments })
const feedback = (more: Json): Json => ({
  type: 'feedback_buttons',
  positive_button: { text: plain(1), value: 'a', ...more },
  negative_button: { text: plain(1), value: 'b' },
})
const container = (more: Json): Json => ({
  type: 'container',
  title: plain(1),
  child_blocks: [{ type: 'divider' }],
  ...more,
})
const task = (url: string): Json => ({
  type: 'task_card',
  task_id: 'a',
  title: 'a',
  status: 'pending',
  sources: [{ type: 'url', url, text: 'a' }],
})

const inline = new Set(['plain_text', 'mrkdwn'])
const inputs = new Set([
  'plain_text_input',
  'number_input',
  'url_text_input',
  'email_text_input',
  'file_input',
])
const parts = new Set(['text', 'link', 'user', 'usergroup', 'channel', 'emoji', 'color', 'date'])

/** Blocks that hold a part, whatever part of Block Kit it is. */
export function carrier(part: Json): Json[] {
  const { type } = part
  if (typeof type !== 'string') return carryUntyped(part)
  if (parts.has(type)) return [richText({ type: 'rich_text_section', elements: [part] })]
  if (type.startsWith('rich_text_') && type !== 'rich_text_input') return [richText(part)]
  if (inline.has(type)) return [{ type: 'section', text: part }]
  if (inputs.has(type)) return [input({ element: part })]
  return carryObject(part, type)
}

const richText = (part: Json): Json => ({ type: 'rich_text', elements: [part] })

function carryObject(part: Json, type: string): Json[] {
  if (type === 'url') return [{ ...task('u'), sources: [part] }]
  if (type === 'image') return [{ type: 'section', text: plain(1), accessory: part }]
  if (type === 'feedback_buttons' || type === 'icon_button')
    return [{ type: 'context_actions', elements: [part] }]
  return isBlock(type) ? [part] : actions(part)
}

const isBlock = (type: string): boolean =>
  !/button|select|picker|overflow|checkboxes|radio|_input/.test(type)

const actions = (element: Json): Json[] => [{ type: 'actions', elements: [element] }]

function carryUntyped(part: Json): Json[] {
  if (Array.isArray(part['blocks']) || Array.isArray(part['attachments']))
    return [...jsons(part['blocks']), ...jsons(part['attachments']).flatMap(carrier)]
  if (isJson(part['label'])) return actions(menu({ option_groups: [part] }))
  if (isJson(part['text'])) return actions({ type: 'overflow', options: [part] })
  if (Array.isArray(part['include'])) return actions({ type: 'conversations_select', filter: part })
  if (Array.isArray(part['trigger_actions_on']))
    return [input({ element: { type: 'plain_text_input', dispatch_action_config: part } })]
  return actions({ type: 'workflow_button', text: plain(1), workflow: { trigger: part } })
}

const el = '/blocks/0/elements/0'

/** What each named case means, and where the fault lies. */
export const invalid: Readonly<Record<string, Wrong>> = {
  'text-empty': { part: plain(0), at: '/blocks/0/text/text' },
  'text-too-long': { part: plain(3001), at: '/blocks/0/text/text' },
  'button-text-too-long': { part: button({ text: plain(76) }), at: `${el}/text/text` },
  'button-url-too-long': { part: button({ url: x(3001) }), at: `${el}/url` },
  'button-accessibility-label-too-long': {
    part: button({ accessibility_label: x(76) }),
    at: `${el}/accessibility_label`,
  },
  'confirmation-title-too-long': {
    part: confirm({ title: plain(101) }),
    at: `${el}/confirm/title`,
  },
  'confirmation-text-too-long': { part: confirm({ text: plain(301) }), at: `${el}/confirm/text` },
  'confirmation-deny-too-long': { part: confirm({ deny: plain(31) }), at: `${el}/confirm/deny` },
  'option-text-too-long': { part: option({ text: plain(76) }), at: `${el}/options/0/text` },
  'option-url-too-long': {
    part: option({ url: '😀'.repeat(3001) }),
    at: `${el}/options/0/url`,
  },
  'option-description-too-long': {
    part: option({ description: plain(76) }),
    at: `${el}/options/0/description`,
  },
  'option-group-empty': { part: group(0), at: `${el}/option_groups/0/options` },
  'option-group-too-many-options': { part: group(101), at: `${el}/option_groups/0/options` },
  'select-too-many-options': { part: menu({ options: options(101) }), at: `${el}/options` },
  'select-too-many-option-groups': {
    part: menu({ option_groups: Array.from({ length: 101 }, () => group(1)) }),
    at: `${el}/option_groups`,
  },
  'static-select-options-and-groups': {
    part: menu({ options: options(1), option_groups: [group(1)] }),
    at: `${el}/options`,
  },
  'overflow-too-many-options': {
    part: { type: 'overflow', options: options(6) },
    at: `${el}/options`,
  },
  'checkboxes-empty': { part: { type: 'checkboxes', options: [] }, at: `${el}/options` },
  'radio-buttons-empty': { part: { type: 'radio_buttons', options: [] }, at: `${el}/options` },
  'radio-buttons-too-many-options': {
    part: { type: 'radio_buttons', options: options(11) },
    at: `${el}/options`,
  },
  'url-source-url-too-long': { part: task(x(3001)), at: '/blocks/0/sources/0/url' },
  'table-too-many-rows': { part: { type: 'table', rows: rows(101) }, at: '/blocks/0/rows' },
  'table-column-settings-mismatch': {
    part: { type: 'table', rows: rows(1), column_settings: [{}, {}] },
    at: '/blocks/0/column_settings',
  },
  'file-input-max-files-too-small': {
    part: { type: 'file_input', max_files: 0 },
    at: '/blocks/0/element/max_files',
  },
  'plain-text-input-max-length-too-large': {
    part: { type: 'plain_text_input', max_length: 3001 },
    at: '/blocks/0/element/max_length',
  },
  'actions-too-many-elements': {
    part: { type: 'actions', elements: Array.from({ length: 26 }, () => button({})) },
    at: '/blocks/0/elements',
  },
  'header-text-too-long': { part: { type: 'header', text: plain(151) }, at: '/blocks/0/text/text' },
  'image-url-too-long': {
    part: { type: 'image', alt_text: 'a', image_url: x(3001) },
    at: '/image_url',
  },
  'image-url-and-slack-file': {
    part: { type: 'image', alt_text: 'a', image_url: 'u', slack_file: { id: 'F1' } },
    at: '/image_url',
  },
  'input-label-too-long': { part: input({ label: plain(2001) }), at: '/blocks/0/label/text' },
  'input-hint-too-long': { part: input({ hint: plain(2001) }), at: '/blocks/0/hint/text' },
  'input-invalid-element': { part: input({ element: button({}) }), at: '/blocks/0/element/type' },
  'markdown-too-long': { part: { type: 'markdown', text: x(12_001) }, at: '/blocks/0/text' },
  'section-text-too-long': {
    part: { type: 'section', text: mrkdwn(3001) },
    at: '/blocks/0/text/text',
  },
  'section-field-too-long': {
    part: { type: 'section', fields: [plain(2001)] },
    at: '/blocks/0/fields/0/text',
  },
  'video-alt-text-empty': { part: video({ alt_text: '' }), at: '/blocks/0/alt_text' },
  'video-title-too-long': { part: video({ title: plain(201) }), at: '/blocks/0/title/text' },
  'video-author-name-too-long': {
    part: video({ author_name: x(51) }),
    at: '/blocks/0/author_name',
  },
  'video-provider-name-too-long': {
    part: video({ provider_name: x(51) }),
    at: '/blocks/0/provider_name',
  },
  'view-missing-blocks': { view: { blocks: [] }, at: '/view/blocks' },
  'view-private-metadata-too-long': {
    view: { private_metadata: x(3001) },
    at: '/view/private_metadata',
  },
  'view-callback-id-too-long': { view: { callback_id: x(256) }, at: '/view/callback_id' },
  'view-close-too-long': { view: { close: plain(25) }, at: '/view/close/text' },
  'view-submit-too-long': { view: { submit: plain(25) }, at: '/view/submit/text' },
  'context-invalid-element': {
    part: { type: 'context', elements: [button({})] },
    at: `${el}/type`,
  },
  'alert-text-too-long': { part: { type: 'alert', text: mrkdwn(201) }, at: '/blocks/0/text/text' },
  'card-subtitle-too-long': {
    part: { type: 'card', subtitle: mrkdwn(151) },
    at: '/blocks/0/subtitle',
  },
  'card-body-too-long': { part: { type: 'card', body: mrkdwn(201) }, at: '/blocks/0/body' },
  'card-subtext-too-long': {
    part: { type: 'card', subtext: mrkdwn(201) },
    at: '/blocks/0/subtext',
  },
  'carousel-empty': { part: { type: 'carousel', elements: [] }, at: '/blocks/0/elements' },
  'container-title-too-long': { part: container({ title: plain(151) }), at: '/blocks/0/title' },
  'container-subtitle-too-long': {
    part: container({ subtitle: plain(151) }),
    at: '/blocks/0/subtitle',
  },
  'context-actions-too-many-elements': {
    part: { type: 'context_actions', elements: Array.from({ length: 6 }, () => feedback({})) },
    at: '/blocks/0/elements',
  },
  'feedback-button-text-too-long': {
    part: feedback({ text: plain(76) }),
    at: `${el}/positive_button/text`,
  },
  'feedback-button-accessibility-label-too-long': {
    part: feedback({ accessibility_label: x(76) }),
    at: `${el}/positive_button/accessibility_label`,
  },
  'icon-button-too-many-visible-users': {
    part: {
      type: 'icon_button',
      icon: 'trash',
      text: plain(1),
      visible_to_user_ids: Array.from({ length: 11 }, (_, n) => `U${n}`),
    },
    at: `${el}/visible_to_user_ids`,
  },
  'data-table-too-many-rows': { part: dataTable({ rows: rows(202) }), at: '/blocks/0/rows' },
  'data-table-too-few-columns': { part: dataTable({ rows: [[], []] }), at: '/blocks/0/rows/0' },
  'data-table-page-size-too-small': {
    part: dataTable({ page_size: 0 }),
    at: '/blocks/0/page_size',
  },
  'data-table-page-size-too-large': {
    part: dataTable({ page_size: 101 }),
    at: '/blocks/0/page_size',
  },
  'data-table-content-too-long': {
    part: dataTable({ rows: [[cell(x(10_001))], [cell(x(10_000))]] }),
    at: '/blocks/0/rows',
  },
  'data-visualization-title-too-long': {
    part: { ...bar({}), title: x(51) },
    at: '/blocks/0/title',
  },
  'pie-chart-too-many-segments': {
    part: pie(Array.from({ length: 13 }, () => ({ label: 'a', value: 1 }))),
    at: '/blocks/0/chart/segments',
  },
  'chart-segment-label-too-long': {
    part: pie([{ label: x(21), value: 1 }]),
    at: '/blocks/0/chart/segments/0/label',
  },
  'chart-series-empty': { part: bar({ series: [] }), at: '/blocks/0/chart/series' },
  'chart-too-many-series': { part: bar({ series: series(13, 1) }), at: '/blocks/0/chart/series' },
  'data-series-empty': { part: bar({ series: series(1, 0) }), at: '/blocks/0/chart/series/0/data' },
  'data-series-too-many-points': {
    part: bar({ series: series(1, 21) }),
    at: '/blocks/0/chart/series/0/data',
  },
  'axis-categories-empty': {
    part: bar({ axis_config: { categories: [] } }),
    at: '/blocks/0/chart/axis_config/categories',
  },
  'axis-too-many-categories': {
    part: bar({ axis_config: { categories: Array.from({ length: 21 }, () => 'a') } }),
    at: '/blocks/0/chart/axis_config/categories',
  },
  'axis-label-too-long': {
    part: bar({ axis_config: { categories: ['a'], x_label: x(51) } }),
    at: '/blocks/0/chart/axis_config/x_label',
  },
}
