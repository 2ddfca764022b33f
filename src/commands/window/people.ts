import { confirmPeople, peopleFound, Refusal } from '../../flows/index.ts'
import { peopleView } from '../../views/window/people.ts'
import { refusalWords, type Words } from '../../words/index.ts'
import type { Office, Reply, Visited } from '../deed.ts'
import { type About, aboutOf, basisOf, inWindow, listIn, requestOf, windowOf } from './about.ts'
import { showing } from './show.ts'

/** "This is the person": the form, sent off. */
export const confirmDeed = inWindow('decide', async (visited, office) => {
  if (visited.way !== 'submission') return { kind: 'nothing' }
  const about = aboutOf(visited)
  const { id, seen } = about
  const { review: words } = visited.sight.words.window
  const request = await requestOf(id, office)
  if (basisOf(request, 'people') !== basisIn(about)) {
    return await showing(visited, id, office, { note: words.elsewhere })
  }
  try {
    const users = [...new Set([...elsewhere(about), ...numbers(listIn(visited, 'people'))])]
    await confirmPeople({ id, by: visited.by, seen, users }, office.hands)
  } catch (error) {
    return await refused(error, visited, about, office)
  }
  office.keeper.poke(id)
  return await showing(visited, id, office)
})

async function refused(
  error: unknown,
  visited: Visited,
  { id }: About,
  office: Office,
): Promise<Reply> {
  if (!(error instanceof Refusal)) throw error
  const { words } = visited.sight
  if (error.code === 'finds-outdated' || error.code === 'not-waiting') {
    return await showing(visited, id, office, { note: words.window.review.outdated })
  }
  const said = fieldWords(words, error)
  if (!said) throw error
  return { kind: 'errors', errors: { people: said } }
}

function fieldWords(words: Words, { code, detail }: Refusal): string | undefined {
  if (code === 'still-undecided') return words.window.people.choose
  return code === 'person-is-staff' ? refusalWords(words, code, detail) : undefined
}

/** Another page of those who may be the person; who is ticked on this one stays ticked. */
export async function turnPeople(visited: Visited, office: Office): Promise<Reply> {
  const { id, seen, page } = aboutOf(visited)
  const { seen: now, ...finds } = await peopleFound(id, office.hands)
  const request = await requestOf(id, office)
  if (now !== seen) return await showing(visited, id, office)
  const before = office.tokens.open(windowOf(visited)?.metadata ?? '')
  const ticked = before ? elsewhere(aboutOf({ bound: before })) : []
  const view = peopleView(visited.sight, {
    request,
    user: visited.by.user,
    seen,
    finds,
    page,
    ticked: [...new Set([...ticked, ...numbers(listIn(visited, 'people'))])],
    basis: basisOf(request, 'people'),
  })
  return { kind: 'show', view }
}

/** A window's item: the decision that stood when it was drawn, then who is ticked elsewhere. */
const basisIn = ({ item }: About): string => item.split(' ')[0] ?? ''

const elsewhere = ({ item }: About): number[] => numbers(item.split(' ').slice(1))

const numbers = (texts: readonly string[]): number[] =>
  texts.map(Number).filter((id) => Number.isSafeInteger(id) && id > 0)
