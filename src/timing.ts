import type { Timing } from './flows/index.ts'

/** How long things take with Zendesk itself. A local account is faster. */
export const usualTiming: Timing = {
  settle: 120_000,
  callTimeout: 30_000,
  jobPoll: 1_000,
  jobGiveUp: 3_600_000,
  indexLag: 300_000,
  listingLag: 120_000,
  statusPoll: 900_000,
}

/** With an account on this machine, which answers at once. */
export const localTiming: Timing = {
  settle: 2_000,
  callTimeout: 2_000,
  jobPoll: 300,
  jobGiveUp: 60_000,
  indexLag: 800,
  listingLag: 500,
  statusPoll: 400,
}

/** How old an answer of a workspace on this machine may be, in milliseconds: its pauses are short. */
export const localAge = 500
