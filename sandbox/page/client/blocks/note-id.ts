import { type Json, textOf } from '../model/json.ts'

/** The id of the words under a field: its error, else its hint. */
export const noteIdOf = (block: Json): string => `n-${textOf(block['block_id'])}`
