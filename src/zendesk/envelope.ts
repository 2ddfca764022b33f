import { z } from 'zod'

/** What may be told of Zendesk's answer to a failed call. Codes only, never its sentences. */
export type Envelope = {
  code: string | undefined
  /** Fields that Zendesk complained of: `value: DuplicateValue`. */
  reasons: readonly string[]
  /** Of how many tickets that aren't closed the user is requester. */
  blockedBy: number | undefined
  /** The token lacks a scope. */
  lacksScope: boolean
}

const Complaint = z.object({ error: z.string().optional().catch(undefined) }).catch({})

const Body = z.object({
  error: z
    .union([z.string(), z.object({ title: z.string() })])
    .optional()
    .catch(undefined),
  errors: z
    .array(z.object({ code: z.string().optional(), title: z.string().optional() }))
    .optional()
    .catch(undefined),
  details: z.record(z.string(), z.array(Complaint)).optional().catch(undefined),
})

/**
 * Reads every form that Zendesk gives an error: `{error, description, details}`,
 * `{error: {title, message}}`, `{errors: [{code}]}`, `{error: "a sentence"}` and plain text (429 and
 * 409 come as such). Never throws; what it doesn't know is an envelope without a code.
 *
 * The sentence about open tickets: https://developer.zendesk.com/api-reference/ticketing/users/users/#delete-user
 */
export function readEnvelope(text: string): Envelope {
  const body = Body.safeParse(parsed(text)).data
  const blocked = /requester on (\d{1,9}) ticket/i.exec(text)?.[1]
  return {
    code: body && codeOf(body),
    reasons: Object.entries(body?.details ?? {}).flatMap(reasonsOf),
    blockedBy: blocked === undefined ? undefined : Number(blocked),
    lacksScope: /missing the following required scopes|insufficient_scope/i.test(text),
  }
}

/** The JSON in the text, or `undefined`: 429 bodies are plain text, 502 ones HTML. */
export function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}

function codeOf({ error, errors }: z.infer<typeof Body>): string | undefined {
  const first = errors?.[0]
  const told = typeof error === 'object' ? error.title : error
  return [told, first?.code, first?.title].map(word).find((code) => code !== undefined)
}

function reasonsOf([field, complaints]: [string, { error?: string | undefined }[]]): string[] {
  const name = word(field)
  if (name === undefined) return []
  return complaints.map(({ error }) => [name, word(error)].filter(Boolean).join(': '))
}

/** A code is one word, or a short title of two or three; a sentence may name a person. */
function word(told: string | undefined): string | undefined {
  return /^[A-Za-z]\w{1,47}(?: [a-z]{2,20}){0,2}$/.exec(told ?? '')?.[0]
}
