import type { Office, Views } from './commands/deed.ts'
import { Door } from './commands/door.ts'
import { deeds } from './commands/table.ts'
import { tokensFrom } from './commands/tokens.ts'
import type { BotConfig } from './config.ts'
import type { Desk } from './desk.ts'
import type { Log } from './log.ts'
import type { Entry } from './records/entry.ts'
import type { Owner } from './records/store.ts'
import { verifyFolder } from './records/verify.ts'
import { type Alert, alertOf, sayAlert } from './slack/alerts.ts'
import { atOnce } from './slack/at-once.ts'
import type { SlackSelf } from './slack/check.ts'
import type { SlackClients } from './slack/clients.ts'
import { Outbox } from './slack/outbox.ts'
import type { slackDirectory } from './slack/people.ts'
import { wordsFor } from './words/index.ts'

/** What the desk looks like in Slack, and what comes from there. */
export type Face = {
  readonly door: Door
  /** A journal has grown: what is drawn from it is drawn again. */
  readonly appended: (owner: Owner, entries: readonly Entry[]) => void
  readonly progress: (id: string, step: string, done: number, of: number) => void
  /** Something keeps the desk from working: told to whoever can mend it. */
  readonly alert: (alert: Alert) => void
  /** Takes up every request that is not over, and what Slack shows of it. */
  readonly takeUp: () => Promise<void>
  readonly close: () => Promise<void>
}

type Parts = {
  readonly config: BotConfig
  readonly clients: SlackClients
  readonly self: SlackSelf
  readonly desk: Desk
  readonly directory: ReturnType<typeof slackDirectory>
  readonly log: Log
}

export function openFace({ config, clients, self, desk, directory, log }: Parts): Face {
  const secrets = [config.vaultKey, ...(config.vaultKeyOld ? [config.vaultKeyOld] : [])]
  const tokens = tokensFrom(secrets)
  const slack = atOnce(clients.quick)
  const views: Views = {
    open: slack.openView,
    push: slack.pushView,
    update: slack.updateView,
    publish: slack.publishHome,
  }
  const takeUp = async (): Promise<void> => {
    await desk.keeper.takeUp()
  }
  const office: Office = {
    hands: desk.hands,
    keeper: desk.keeper,
    views,
    tokens,
    sightOf: async (user) => {
      const { locale, tz } = await directory.profileOf(user)
      return { words: wordsFor(locale), locale, tz, mint: tokens.mint }
    },
    verify: async () => {
      const { ok, entries, faults } = await verifyFolder(config.dataDir)
      return { ok, entries, faults: faults.length }
    },
    takeUp,
    trouble: log.trouble,
    watch: () => {},
    unwatch: () => {},
  }
  const outbox = new Outbox({
    client: clients.patient,
    bot: self.bot,
    now: Date.now,
    rest: async (ms, ending) => await desk.hands.rest(ms, ending),
    onRefused: (refusal) => {
      log.note('slack-refused', refusal)
      alert(alertOf(refusal))
    },
  })
  const alert = (told: Alert): void =>
    void sayAlert(told, {
      outbox,
      channels: async () => {
        const { channels } = await desk.hands.policy()
        return channels ? [channels.requests, channels.audit] : []
      },
      words: async () => wordsFor((await desk.hands.policy()).language),
      newId: desk.hands.newId,
    }).catch((error: unknown) => log.trouble('alert', error))
  return {
    door: new Door(deeds, office, { now: Date.now, team: self.team }),
    appended: () => {},
    progress: () => {},
    alert,
    takeUp,
    close: async () => await outbox.stop(),
  }
}
