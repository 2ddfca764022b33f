import { z } from 'zod'

/** What JSON can hold. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json }

/** A record as Zendesk gave it, with every field: nothing is dropped, nothing but the id is checked. */
export type RawRecord = { readonly id: number | string; readonly [key: string]: Json }

/** The answer was read as JSON, so whatever else stands in a record is JSON. */
export const Raw = z.custom<RawRecord>((value) => Identified.safeParse(value).success)

const Identified = z.looseObject({ id: z.union([z.int(), z.string()]) })
