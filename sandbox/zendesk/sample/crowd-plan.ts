import { frequent, frequentHomonyms } from './case-people.ts'
import { type Stage, stageAfter } from './stages.ts'

/** Tickets of a large account beside the six hundred, taken over from a former help desk. */
export const crowdSize = 99_400
const first = 1_000_001
const every = 19
const oldest = 2200
const day = 86_400_000

/** Someone who writes in one of these tickets. */
export type Writer = { readonly id: number; readonly french: boolean; readonly first: string }

/** The place of a ticket among them, or -1. */
export const placeOf = (ticket: number): number => {
  const place = ticket - first
  return Number.isInteger(place) && place >= 0 && place < crowdSize ? place : -1
}

/** The number of the ticket at a place. */
export const numberAt = (place: number): number => first + place

const claire: Writer = { id: frequent.id, french: true, first: 'Claire' }
const homonyms: readonly Writer[] = frequentHomonyms.map(({ id }) => ({
  id,
  french: true,
  first: 'Claire',
}))

const isHers = (place: number): boolean => place % every === 0 && place / every < frequent.tickets

/** Whose ticket it is: every nineteenth hers, some of those who share her name, all others of the rest. */
export function writerAt(place: number, customers: readonly Writer[]): Writer {
  if (isHers(place)) return claire
  const homonym = homonyms[place % 800 < 3 ? place % 800 : -1]
  return homonym ?? customers[(place * 7919) % customers.length] ?? claire
}

/** How the ticket speaks of her: not at all, or in which form. */
export const mentionAt = (place: number): number =>
  place % 331 === 7 && !isHers(place) ? (place % 5) + 1 : 0

/** Whether a ticket is signed with all that she signs with. */
export const isSigned = isHers

/** When it was written, in days before now. Hers run through the same years, to the last day. */
export function daysAt(place: number): number {
  const part = isHers(place) ? place / every / frequent.tickets : place / crowdSize
  return oldest * (1 - part) + 0.05
}

/** When, as a time. */
export const writtenAtPlace = (place: number, now: number): number => now - daysAt(place) * day

/** How far it has come. */
export const stageAt = (place: number): Stage => stageAfter(daysAt(place), (place * 3) % 10)
