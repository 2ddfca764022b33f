import { readFileSync } from 'node:fs'
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { account } from './account.ts'
import { isShared, sharedFolder } from './shared.ts'
import { type Step, walk } from './walk.ts'

type Json = Record<string, unknown>
type Description = {
  readonly paths: Record<
    string,
    Record<string, { responses?: Record<string, { content?: Record<string, { schema?: Json }> }> }>
  >
  readonly components: Json
}

/**
 * Fields that recordings show as null although the description does not say `nullable`. The
 * recording wins; deleted users are taken to be like users.
 */
const nulls = new Set([
  'alias',
  'default_group_id',
  'details',
  'notes',
  'signature',
  'organization_id',
  'phone',
  'photo',
  'shared_phone_number',
  'email',
  'last_login_at',
  'external_id',
  'forum_topic_id',
  'problem_id',
  'recipient',
  'satisfaction_rating',
  'assignee_id',
  'ticket_id',
  'value',
  'id',
])

type Quirk = { readonly fits: (fault: Fault) => boolean; readonly reason: string }

const quirks: readonly Quirk[] = [
  { fits: ({ field, value }) => value === null && nulls.has(field), reason: 'recorded as null' },
  {
    fits: ({ field }) => field === 'width' || field === 'height',
    reason: 'recorded as numbers or null, described as strings',
  },
  {
    fits: ({ says }) => says.includes('anyOf'),
    reason: 'only sums up what is reported field by field',
  },
  {
    fits: ({ on }) => on.endsWith('/restore'),
    reason: 'described as an empty string, documented as {} (facts 8)',
  },
]

const documented: readonly Quirk[] = [
  {
    fits: ({ on, field }) => on.startsWith('GET /automations') && field === 'value',
    reason: 'described as a string, a list in the actions reference when somebody is notified',
  },
  {
    fits: ({ on, field, value }) =>
      on.startsWith('GET /views') && field === 'restriction' && value === null,
    reason: 'null when everybody may see it, says the prose',
  },
]

const described = isShared('oas.yaml')

test.skipIf(!described)('every answer fits the official description', async () => {
  const validate = validation()

  const steps = await walk(await account())

  expect(steps.flatMap((step) => faultsOf(step, validate(step)))).toEqual([])
  expect(
    new Set(steps.filter((step) => validate(step)).map(({ template }) => template)).size,
  ).toBeGreaterThan(48)
})

test.skipIf(!described)('an answer that does not fit is noticed', async () => {
  const validate = validation()
  const { get } = await account()
  const answer = await get('/tickets/48213')
  const ticket = answer.at('ticket') as Json
  const bent = { ...answer, body: { ticket: { ...ticket, id: 'x', tags: null } } }
  const step = { method: 'GET', template: '/tickets/{ticket_id}', answer: bent, query: '' }

  expect(faultsOf(step, validate(step)).map(({ field }) => field)).toEqual(['id', 'tags'])
})

function validation(): (step: Step) => ValidateFunction | undefined {
  const description = parse(readFileSync(`${sharedFolder}oas.yaml`, 'utf8')) as Description
  const ajv = new Ajv({ strict: false, allErrors: true, verbose: true, validateFormats: false })
  ajv.addSchema({ $id: 'oas', components: opened(description.components) })
  return (step) => validatorFor(ajv, description, step)
}

function validatorFor(
  ajv: Ajv,
  { paths }: Description,
  { method, template, answer }: Step,
): ValidateFunction | undefined {
  const responses = paths[`/api/v2${template}`]?.[method.toLowerCase()]?.responses
  const schema = responses?.[String(answer.status)]?.content?.['application/json']?.schema
  return schema && ajv.compile(referring(opened(schema)) as Json)
}

type Fault = {
  readonly on: string
  readonly field: string
  readonly value: unknown
  readonly says: string
}

function faultsOf(
  { method, template, answer }: Step,
  validate: ValidateFunction | undefined,
): Fault[] {
  if (!validate || typeof answer.body !== 'object' || validate(answer.body)) return []
  return (validate.errors ?? [])
    .map(({ instancePath, message, data }: ErrorObject) => ({
      on: `${method} ${template}`,
      field: instancePath.split('/').at(-1) ?? '',
      value: data,
      says: `${instancePath} ${String(message)}`,
    }))
    .filter((fault) => ![...quirks, ...documented].some(({ fits }) => fits(fault)))
}

/** OpenAPI 3.0 says `nullable`; JSON Schema says so in the type. */
function opened(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(opened)
  if (typeof schema !== 'object' || schema === null) return schema
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, opened(value)]),
  )
  if (nullable !== true) return rest
  return 'type' in rest
    ? { ...rest, type: [rest['type'], 'null'] }
    : { anyOf: [{ type: 'null' }, rest] }
}

function referring(schema: unknown): unknown {
  return JSON.parse(
    JSON.stringify(schema).replaceAll('"#/components', '"oas#/components'),
  ) as unknown
}
