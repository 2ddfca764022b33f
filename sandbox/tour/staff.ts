import { readFile, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Directory } from '../../src/desk.ts'
import type { Member } from '../../src/records/primitives.ts'

const team = 'T0NORDLYS'

/** Those who use the desk in the tour. */
export const staff = {
  lead: { user: 'U0AUBRY', team, name: 'Inès Aubry', title: 'support lead' },
  officer: { user: 'U0LIND', team, name: 'Tomas Lind', title: 'privacy officer' },
  deputy: { user: 'U0OKAFOR', team, name: 'Maya Okafor', title: 'privacy officer' },
  third: { user: 'U0BERGER', team, name: 'Lena Berger', title: 'privacy officer' },
} as const

export type Colleague = (typeof staff)[keyof typeof staff]

export const workspace = team

/** How the journal names a colleague. */
export const memberOf = ({ user }: Colleague): Member => ({ user, team })

const Groups = z.record(z.string(), z.array(z.string()))
const privacyGroup = 'S0PRIVACY'

/** Who is in the group of privacy officers, from now on. */
export async function setOfficers(path: string, officers: readonly Colleague[]): Promise<void> {
  await writeFile(path, JSON.stringify({ [privacyGroup]: officers.map(({ user }) => user) }))
}

/** The workspace's directory, read anew at each asking: a role can be lost at any moment. */
export function directoryFrom(path: string): Directory {
  const groups = async () => Groups.parse(JSON.parse(await readFile(path, 'utf8')))
  return {
    standing: async ({ user }) => ({
      active: Object.values(staff).some((colleague) => colleague.user === user),
      guest: false,
      bot: false,
      groups: Object.entries(await groups()).flatMap(([g, members]) =>
        members.includes(user) ? [g] : [],
      ),
    }),
    groupMembers: async (group) => (await groups())[group] ?? [],
  }
}

/** The tour's policy: like a real one, but for its short waits. */
export const policy = {
  version: 1,
  country: 'FR',
  roles: {
    'support-lead': { members: [staff.lead.user] },
    'privacy-officer': { members: [], groups: [privacyGroup] },
  },
  deeds: {
    open: ['support-lead'],
    decide: ['support-lead'],
    stop: ['support-lead', 'privacy-officer'],
  },
  quorum: [
    { right: 'any', severity: 'reversible', role: 'privacy-officer', of: 1 },
    { right: 'any', severity: 'irreversible', role: 'privacy-officer', of: 1 },
    { right: 'any', severity: 'others-ticket', role: 'privacy-officer', of: 2 },
    { right: 'any', severity: 'staff', role: 'privacy-officer', of: 2 },
    { right: 'any', severity: 'many-people', role: 'privacy-officer', of: 2 },
  ],
  pauseSeconds: 1,
  answerLeavesSeconds: 1,
}
