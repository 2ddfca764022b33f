import type { Seeding } from '../../sandbox/zendesk/account/store.ts'
import { putStory } from '../../sandbox/zendesk/sample/make-ticket.ts'
import { putPerson } from '../../sandbox/zendesk/sample/make-user.ts'
import { camille, others, staff } from '../../sandbox/zendesk/sample/people.ts'
import { startZendesk } from '../../sandbox/zendesk/server.ts'
import { writeAccount } from '../load/account-file.ts'

/**
 * An account in which one person has written a great deal, and much has been written of her: her own
 * tickets by the thousand, those of others that name her, and mails that quote all before them.
 */
const own = 2000
const mentions = 300
const long = 2

const words =
  'Bonjour, merci de votre message : le colis est bien parti du dépôt de Mende ce matin, la livraison suit dans deux jours ouvrés. '

const { julien } = others
const paragraphs = (count: number): string => words.repeat(count)
const named = `Je vous écris pour ${camille.name} (${camille.email}), joignable au 06 39 98 12 34. `

function fill(store: Seeding, now: number): void {
  const since = now - 900 * 86_400_000
  for (const person of [camille, julien]) putPerson(store, { ...person, since })
  const answer = { by: staff.agent.id, text: `Bonjour ${camille.name}, ${paragraphs(4)}` }
  const common = { subject: 'Ma commande', status: 'solved' } as const
  for (let id = 1; id <= own; id += 1) {
    const asked = { by: camille.id, text: paragraphs(6) }
    putStory(store, { ...common, id, by: camille.id, lines: [asked, answer, asked] }, now)
  }
  for (let id = own + 1; id <= own + mentions; id += 1) {
    const line = { by: julien.id, text: named + paragraphs(6) }
    putStory(store, { ...common, id, by: julien.id, lines: [line, answer] }, now)
  }
  for (let id = own + mentions + 1; id <= own + mentions + long; id += 1) {
    const lines = Array.from({ length: 120 }, (_, i) => ({
      by: i % 2 ? staff.agent.id : julien.id,
      text: (named + paragraphs(8)).repeat(20),
    }))
    putStory(store, { ...common, id, by: julien.id, lines }, now)
  }
}

const dir = process.env['DIR'] ?? ''
writeAccount(dir, fill)
const { url, close } = await startZendesk({
  dir,
  delays: { index: 0, job: 10, listing: 0, deletion: 10 },
  account: { perMinute: 100_000 },
})
process.send?.({ port: Number(new URL(url).port) })

const end = (): void => void close().then(() => process.exit(0))
process.once('disconnect', end)
process.once('SIGTERM', end)
