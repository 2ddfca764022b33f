import { Refusal } from './refusal.ts'

/** Why something cannot be chosen; nothing when it can. */
export function faultOf(work: () => unknown): Refusal | undefined {
  try {
    work()
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}
