import type { ExportHands, Hands } from '../hands.ts'

/** The bundle of a request, on the shelf. */
export const BUNDLE = 'bundle.zip'

/** What an export needs. Throws where this desk hands nothing out. */
export function exportsOf({ exports }: Pick<Hands, 'exports'>): ExportHands {
  if (!exports) throw new Error('this desk hands nothing out')
  return exports
}
