import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { account } from './account.ts'
import { isShared, sharedFolder } from './shared.ts'
import { type Step, walk } from './walk.ts'

type Recording = {
  readonly request: {
    readonly method: string
    readonly path: string
    readonly query: Readonly<Record<string, string>>
  }
  readonly response: {
    readonly status: number
    readonly headers: Readonly<Record<string, string>>
    readonly body: unknown
  }
}

const recorded = isShared('recordings/index.json')

/** What was recorded and is not here, with the reason. */
const missing: readonly { readonly on: RegExp; readonly key: RegExp; readonly reason: string }[] = [
  {
    on: /suspended_tickets /,
    key: /^(count|next_page|previous_page)$/,
    reason: 'of 2015; today the list goes by cursor only (facts 2.4)',
  },
  {
    on: /account\/settings/,
    key: /^settings\.(voice|twitter|screencast|lotus|gooddata_advanced_analytics|statistics|billing|ticket_form|active_features\.)/,
    reason: 'groups of 2015 that no part of this account stands behind',
  },
  { on: /users/, key: /chat_only$/, reason: 'of 2015; newer recordings lack it' },
  { on: /users/, key: /photo\./, reason: 'nobody in the sample has a photo' },
  { on: /tickets/, key: /satisfaction_rating\./, reason: 'no ticket of the sample is rated' },
  {
    on: /GET \/tickets cursor/,
    key: /\.fields$/,
    reason: 'pages by cursor leave the repetition out',
  },
  { on: /GET \/users\/\* /, key: /^roles/, reason: 'include=roles is not modelled' },
  {
    on: /job_statuses/,
    key: /results\.(index|account_id)$/,
    reason: 'of jobs that create, which are not modelled',
  },
]

test.skipIf(!recorded)('what recorded answers have, ours have too', async () => {
  const steps = await walk(await account())

  const faults = readRecordings().flatMap((recording) => {
    const name = nameOf(recording)
    const ours = steps.filter((step) => nameOfStep(step) === name).map(({ answer }) => answer.body)
    if (ours.length === 0) return []
    return keysOf(recording.response.body)
      .filter(
        (key) =>
          !ours.some((body) => keysOf(body).includes(key)) &&
          !missing.some(({ on, key: which }) => on.test(name) && which.test(key)),
      )
      .map((key) => `${name}: ${key}`)
  })

  expect([...new Set(faults)]).toEqual([])
})

test.skipIf(!recorded)('what recorded headers say of limits, ours say too', async () => {
  const steps = await walk(await account())

  const faults = readRecordings().flatMap((recording) => {
    const name = nameOf(recording)
    const ours = steps.filter((step) => nameOfStep(step) === name)
    const wanted = Object.keys(recording.response.headers).filter((header) =>
      /rate|^content-type|location|x-zendesk-api-version/.test(header),
    )
    return wanted
      .map(newer)
      .filter((header) => ours.length > 0 && !ours.some(({ answer }) => answer.headers.has(header)))
      .map((header) => `${name}: ${header}`)
  })

  expect([...new Set(faults)]).toEqual([])
})

/** In 2023 the dash stood elsewhere. */
const newer = (header: string): string =>
  header.replace(/^(zendesk-)?rate-limit/, '$1ratelimit').replace(/^ratelimit$/, 'ratelimit-limit')

function readRecordings(): Recording[] {
  return readdirSync(`${sharedFolder}recordings`)
    .filter((name) => name.endsWith('.json') && name !== 'index.json')
    .map(
      (name) => JSON.parse(readFileSync(`${sharedFolder}recordings/${name}`, 'utf8')) as Recording,
    )
}

const nameOf = ({ request, response }: Recording): string =>
  named(
    request.method,
    request.path.replace(/^\/api\/v2|\.json$/g, ''),
    Object.keys(request.query),
    response.status,
  )

const nameOfStep = ({ method, template, answer, query }: Step): string =>
  named(method, template, [...new URLSearchParams(query).keys()], answer.status)

function named(method: string, path: string, query: readonly string[], status: number): string {
  const ids = path.replaceAll(/\{\w+\}|\/\d+|\/V3-\w+/g, (id) => (id.startsWith('/') ? '/*' : '*'))
  return `${method} ${ids.replaceAll('//', '/')} ${query.some((key) => key.startsWith('page[')) ? 'cursor ' : ''}${status}`
}

/** Every key with its way there; lists count as one. */
function keysOf(body: unknown, way = ''): string[] {
  if (Array.isArray(body)) return [...new Set(body.flatMap((one) => keysOf(one, way)))]
  if (typeof body !== 'object' || body === null) return []
  // Ids and names chosen by an account are not part of the shape.
  if (/(metadata|user_fields|organization_fields)$/.test(way)) return []
  return Object.entries(body).flatMap(([key, value]) => [
    way ? `${way}.${key}` : key,
    ...keysOf(value, way ? `${way}.${key}` : key),
  ])
}
