import { scopes } from './commands/manifest.ts'
import type { Desk } from './desk.ts'
import type { Log } from './log.ts'
import { type Alert, alertOf, sayAlert } from './slack/alerts.ts'
import { checkSlack, type SlackSelf } from './slack/check.ts'
import type { SlackClients } from './slack/clients.ts'
import { Mending } from './slack/mending.ts'
import { Outbox } from './slack/outbox.ts'
import { lineMessage } from './views/desk/thread.ts'
import { wordsFor } from './words/index.ts'

/** Everything that is said in channels and messages, and the alarm when it cannot be. */
export type Speech = {
  readonly outbox: Outbox
  /** Something keeps the desk from working: told to whoever can mend it. */
  readonly alert: (alert: Alert) => void
  /** Says something to a member alone, in a message that tries until it stands. */
  readonly tell: (user: string, text: string) => Promise<void>
  readonly close: () => Promise<void>
}

type Parts = {
  readonly clients: SlackClients
  readonly self: SlackSelf
  readonly desk: Desk
  readonly log: Log
  /** What Slack refused can be said now. */
  readonly mended: () => Promise<void>
}

/** Opens it. Nothing is said yet. */
export function openSpeech(parts: Parts): Speech {
  const { clients, self, desk, log } = parts
  const { hands } = desk
  const mending = mendingOf(parts)
  const alert = (told: Alert): void =>
    void sayAlert(told, {
      outbox,
      channels: async () => await channelsOf(desk),
      words: async () => wordsFor((await hands.policy()).language),
      newId: hands.newId,
    }).catch((error: unknown) => log.trouble('alert', error))
  const outbox: Outbox = new Outbox({
    client: clients.patient,
    bot: self.bot,
    now: Date.now,
    rest: async (ms, ending) => await hands.rest(ms, ending),
    onRefused: (refusal) => {
      const { method, channel, code: why } = refusal
      log.note('slack-refused', { method, channel, why })
      const told = alertOf(refusal)
      alert(told)
      // Anything else would be refused again.
      if (told.code !== 'slack-refused') mending.refused(refusal)
    },
  })
  return {
    outbox,
    alert,
    tell: async (user, text) => {
      const channel = await outbox.direct(user)
      const key = `said.${hands.newId()}`
      await outbox.post({ key, channel, ...lineMessage(text), priority: 'now' })
    },
    close: async () => {
      await outbox.stop()
      await mending.end()
    },
  }
}

const channelsOf = async ({ hands }: Desk): Promise<readonly string[]> => {
  const { channels } = await hands.policy()
  return channels ? [channels.requests, channels.audit] : []
}

/** So many times as long as between two looks at a job: half a minute with a real workspace. */
const patience = 30

const mendingOf = ({ clients, desk, log, mended }: Parts): Mending =>
  new Mending({
    isWell: async (channel) => {
      // What the policy no longer names need not be mended.
      if (!(await channelsOf(desk)).includes(channel)) return true
      const { faults } = await checkSlack({
        client: clients.patient,
        channels: [channel],
        groups: [],
        scopesNeeded: Object.keys(scopes),
      })
      return faults.every(({ code }) => code === 'channel-shared')
    },
    mended,
    rest: async (ms, ending) => await desk.hands.rest(ms, ending),
    pause: desk.hands.timing.jobPoll * patience,
    trouble: log.trouble,
  })
