import { readFile } from 'node:fs/promises'
import { Low } from 'lowdb'
import { z } from 'zod'
import { hashOf } from './canonical.ts'

/** Records may use the disk, the store's library and one another. */
export const Clean = z.string()
export { hashOf, Low, readFile }
