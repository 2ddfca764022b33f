import type { DeedId } from '../views/deed-id.ts'
import type { Deed } from './deed.ts'
import { deskDeeds } from './desk/index.ts'
import { planDeeds } from './plan/index.ts'
import { windowDeeds } from './window/index.ts'

/** Everything that a member can do: nothing compiles while one of them has no file. */
export type Deeds = Readonly<Record<DeedId, Deed>>

export const deeds: Deeds = { ...windowDeeds, ...planDeeds, ...deskDeeds }
