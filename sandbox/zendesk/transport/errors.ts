/** A refusal in one of the account's envelopes (facts 2.5). */
export class Refused extends Error {
  override name = 'Refused' as const
  readonly status: number
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>
  constructor(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) {
    super(`refused with ${status}`)
    this.status = status
    this.body = body
    this.headers = headers
  }
}

/** No such record: envelope 1. */
export const notFound = (): Refused =>
  new Refused(404, { error: 'RecordNotFound', description: 'Not found' })

/** No such endpoint on this account: envelope 1 with another code. */
export const invalidEndpoint = (): Refused =>
  new Refused(404, { error: 'InvalidEndpoint', description: 'Not found' })

/** The record would not be valid: envelope 2. `error` is a code such as `DuplicateValue`. */
export const invalid = (field: string, description: string, error?: string): Refused =>
  new Refused(422, {
    error: 'RecordInvalid',
    description: 'Record validation errors',
    details: { [field]: [error ? { description, error } : { description }] },
  })

/** A parameter makes no sense: envelope 3. */
export const badAttribute = (name: string, why: string, status = 400): Refused =>
  new Refused(status, {
    error: {
      title: 'Invalid attribute',
      message: `You passed an invalid value for the ${name} attribute. ${why}`,
    },
  })

/** Role, plan or scope does not allow it: envelope 3. */
export const forbidden = (): Refused =>
  new Refused(403, {
    error: {
      title: 'Forbidden',
      message:
        'You do not have access to this page. Please contact the account owner of this help desk for further help.',
    },
  })

/** Pagination asked for what it cannot give: envelope 4. */
export const badPage = (code: string, title: string, detail: string): Refused =>
  new Refused(400, { errors: [{ code, title, detail }] })

/** Wrong credentials: envelope 5. */
export const unauthorised = (): Refused => new Refused(401, { error: "Couldn't authenticate you" })

/** More than a hundred at once: recorded with users, envelope 1. */
export const tooManyValues = (what: string): Refused =>
  new Refused(400, { error: 'TooManyValues', description: `Maximum 100 ${what} per call` })

/** Slow down: plain text, as recorded (facts 1.8). */
export const slowDown = (text: string, seconds: number): Refused =>
  new Refused(429, text, { 'retry-after': String(Math.max(1, seconds)) })
