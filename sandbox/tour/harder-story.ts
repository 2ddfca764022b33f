import type { Actors } from './actors.ts'
import { manyPeople } from './many-people.ts'
import { ownerRefused } from './staff-story.ts'
import { withoutUser } from './without-user.ts'

/** The harder cases: many people, nobody's user, a Stop in the pause, and the owner. */
export async function harderCases(actors: Actors): Promise<void> {
  await manyPeople(actors)
  await withoutUser(actors)
  await ownerRefused(actors)
}
