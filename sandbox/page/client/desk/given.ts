import type { DeskState } from '../model/desk.ts'

/** What each list of the panel is drawn from. */
export type Given = {
  readonly state: DeskState
  readonly wanted: string
  readonly touched: ReadonlySet<string>
}
