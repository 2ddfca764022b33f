import { createContext } from 'preact'
import type { Values } from '../model/records.ts'

/** The message or view that blocks stand in. */
export type Surface = {
  /** The id of a view, or the ts of a message. */
  readonly id: string
  /** How acts name it. */
  readonly where: { readonly view: string } | { readonly message: string }
  /** What its elements hold by the workspace's word. */
  readonly values: Values
  /** Words beside fields, by block. */
  readonly errors: Readonly<Record<string, string>>
}

/** Where the blocks below stand. */
export const SurfaceContext = createContext<Surface>({
  id: '',
  where: { message: '' },
  values: {},
  errors: {},
})
