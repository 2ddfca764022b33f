import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Plan } from '../records/plan.ts'
import { ZendeskRefused } from '../zendesk/index.ts'

/** What a flow may use: records, the client, and what computes. */
export const Clean = z.string()
export type Clean = Plan
export { createHash, ZendeskRefused }
