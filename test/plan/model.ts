import type { Groups, PlanGroup, PlanModel, Unit } from '../../src/views/plan/model.ts'

/** A unit with nothing special about it. */
export const unit = (id: number, change: Partial<Unit> = {}): Unit => ({
  what: 'ticket',
  id,
  n: [id],
  acts: ['ticket.delete', 'ticket.purge'],
  code: 'own-ticket',
  by: 'U0AUBRY',
  title: 'Question sur le fartage',
  others: false,
  files: 0,
  recordings: 0,
  passages: [],
  texts: [],
  final: true,
  loose: true,
  ...change,
})

export const groupsOf = (groups: Partial<Record<PlanGroup, readonly Unit[]>>): Groups =>
  new Map(Object.entries(groups) as [PlanGroup, readonly Unit[]][])

/** A plan of one ticket, for an officer who may do everything. */
export const planOf = (change: Partial<PlanModel> = {}): PlanModel => ({
  id: '01JDCAX3Q0K7T0000000000001',
  number: 'R-2026-0042',
  name: 'amber heron',
  user: 'U0OKAFOR',
  digest: 'ab'.repeat(32),
  right: 'erasure',
  ground: 'gdpr-17-1',
  due: '2026-12-23T09:00:00.000Z',
  opener: 'U0AUBRY',
  people: [
    { name: 'Camille Lefèvre', email: 'camille.lefevre@example.com', phone: null, identities: 2 },
  ],
  groups: groupsOf({ tickets: [unit(48210)] }),
  toGo: 1,
  language: 'fr',
  byHand: false,
  voices: [{ role: 'privacy-officer', of: 1, said: [] }],
  lastsHours: 72,
  rehearsal: false,
  may: { less: true, turnBack: true, hold: true },
  ...change,
})
