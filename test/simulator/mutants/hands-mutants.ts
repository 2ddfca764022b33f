import type { Hands } from '../../../src/flows/index.ts'
import { ZendeskRefused, ZendeskSilent } from '../../../src/zendesk/index.ts'

type Change = (hands: Hands) => Hands

/** Reads back at once what was lost, although it may still be on its way. */
export const waitsForNothing: Change = (hands) => ({
  ...hands,
  timing: { ...hands.timing, settle: 0, callTimeout: 0 },
})

/** A call that takes a 5xx for a no. */
const strict =
  <A extends unknown[], T>(call: (...args: A) => Promise<T>) =>
  async (...args: A): Promise<T> => {
    try {
      return await call(...args)
    } catch (error) {
      const is5xx = error instanceof ZendeskSilent && (error.status ?? 0) >= 500
      if (!is5xx) throw error
      const { method, path, ids, status } = error
      throw new ZendeskRefused({ method, path, ids, status }, {})
    }
  }

/** Takes every 5xx for a no. */
export const takes5xxForNo: Change = (hands) => {
  const { zendesk } = hands
  const { tickets, users, comments, suspended } = zendesk
  return {
    ...hands,
    zendesk: {
      ...zendesk,
      tickets: {
        ...tickets,
        update: strict(tickets.update),
        reply: strict(tickets.reply),
        remove: strict(tickets.remove),
      },
      users: { ...users, remove: strict(users.remove), purge: strict(users.purge) },
      comments: { ...comments, redact: strict(comments.redact) },
      suspended: { ...suspended, remove: strict(suspended.remove) },
    },
  }
}

/** Asks for the policy and for each member's roles once, and never again. */
export const checksApprovalsOnce: Change = (hands) => {
  const known = new Map<string, unknown>()
  const once = async <T>(key: string, ask: () => Promise<T>): Promise<T> => {
    if (!known.has(key)) known.set(key, await ask())
    return known.get(key) as T
  }
  return {
    ...hands,
    policy: async () => await once('policy', hands.policy),
    people: {
      standing: async (member) =>
        await once(member.user, async () => await hands.people.standing(member)),
    },
  }
}

/** Believes that a job that has ended has done everything. */
export const trustsEveryJob: Change = (hands) => {
  const { zendesk } = hands
  const show: typeof zendesk.jobs.show = async (id) => {
    const job = await zendesk.jobs.show(id)
    return job.status === 'completed' ? { ...job, results: { success: true } } : job
  }
  return { ...hands, zendesk: { ...zendesk, jobs: { ...zendesk.jobs, show } } }
}

/** Asks whether the desk is paused, and goes on all the same. */
export const heedsNoPause: Change = (hands) => ({
  ...hands,
  paused: () => hands.paused() && false,
})
