import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { makeBundle } from '../../../src/exports/bundle/index.ts'
import { DiskShelf } from '../../../src/exports/disk-shelf.ts'
import type { ExportHands } from '../../../src/flows/hands.ts'
import {
  approve,
  openRequest,
  planShown,
  type Resting,
  tracesFound,
} from '../../../src/flows/index.ts'
import type { Choice, Choices } from '../../../src/records/finds.ts'
import type { Id } from '../../../src/records/primitives.ts'
import { exportAnswer } from '../../../src/words/answers.ts'
import { wordsFor } from '../../../src/words/index.ts'
import { confirmNow, decideNow } from '../../support/deeds.ts'
import { lead, officer } from './cast.ts'
import { type Desk, desk, type Wishes } from './desk.ts'
import type { Case } from './way.ts'

/** A desk that hands things out, with a real shelf on the disk and the real writer of bundles. */
export type ExportDesk = Desk & { readonly shelf: DiskShelf; readonly exports: ExportHands }

export async function exportDesk(wishes: Wishes = {}): Promise<ExportDesk> {
  const d = await desk(wishes)
  const key = randomBytes(32)
  const shelf = new DiskShelf({ dir: join(d.dir, '..', 'exports'), keyOf: async () => key })
  const exports: ExportHands = {
    shelf,
    bundle: async (order, progress) =>
      await makeBundle(order, {
        shelf,
        words: wordsFor(order.language).bundle,
        ...(progress ? { progress } : {}),
      }),
    answer: ({ language, ...told }) => exportAnswer(language, told),
    origin: 'https://desk.example.com',
  }
  Object.assign(d.hands, { exports })
  return Object.assign(d, { shelf, exports })
}

/** From the command to a plan that waits for its approval. Where the rules ask, nothing is given. */
export async function exportPlanned(
  d: Desk,
  { subject, user }: Case,
  { right = 'access', ...choices }: Choices & { right?: 'access' | 'portability' } = {},
): Promise<Id> {
  const id = await exportDecided(d, { subject, user }, { right, ...choices })
  await d.go(id)
  return id
}

/** The same to where the lead has decided, and nothing is read yet. */
export async function exportDecided(
  d: Desk,
  { subject, user }: Case,
  { right = 'access', ...choices }: Choices & { right?: 'access' | 'portability' } = {},
): Promise<Id> {
  const { id } = await openRequest({ right, subject, by: lead }, d.hands)
  await d.go(id)
  await confirmNow({ id, by: lead, users: [user] }, d.hands)
  await d.go(id)
  const { index, tickets } = await tracesFound(id, d.hands)
  const asked = tickets.filter(({ proposal }) => proposal.action === 'ask')
  const nothing: Choice = { action: 'withhold', code: 'others-rights' }
  const mails = index.suspended.filter(({ proposal }) => proposal.action === 'ask')
  const all: Choices = {
    ...choices,
    tickets: {
      ...Object.fromEntries(asked.map((find) => [find.id, nothing])),
      ...choices.tickets,
    },
    suspended: Object.fromEntries(
      mails.map((mail) => [mail.id, { action: 'withhold', code: 'others-rights' }]),
    ),
  }
  await decideNow({ id, by: lead, choices: all }, d.hands)
  return id
}

/** The officer approves the plan that is in force, and it goes as far as it goes. */
export async function exportApproved(d: Desk, id: Id): Promise<Resting> {
  const { digest } = await planShown(id, d.hands)
  await approve({ id, by: officer, digest, ticketsToGo: 0 }, d.hands)
  return await d.go(id, 'links')
}
