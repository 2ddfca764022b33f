import { confirmPeople, peopleFound, Refusal } from '../../flows/index.ts'
import type { PeopleFinds, TermRecord } from '../../records/finds.ts'
import { manyView } from '../../views/window/many.ts'
import { peopleView } from '../../views/window/people.ts'
import { refusalWords, type Words } from '../../words/index.ts'
import type { Office, Reply, Visited } from '../deed.ts'
import {
  type About,
  aboutOf,
  basisOf,
  inTurn,
  inWindow,
  listIn,
  requestOf,
  textIn,
  windowOf,
} from './about.ts'
import { keepTicked, leftOutOf, tickedAmong, tickedWith } from './many.ts'
import { showing } from './show.ts'
import { termsIn } from './terms.ts'

/** "This is the person": the form, sent off. */
export const confirmDeed = inWindow('decide', async (visited, office) => {
  if (visited.way !== 'submission') return { kind: 'nothing' }
  const about = aboutOf(visited)
  const { words } = visited.sight
  const terms = termsIn(textIn(visited, 'terms'))
  if (!terms) return { kind: 'errors', errors: { terms: words.window.people['too-short'] } }
  try {
    const note = await inTurn(
      about,
      async () => await confirm(visited, { ...about, terms }, office),
    )
    if (note === undefined) office.keeper.poke(about.id)
    return await showing(visited, about.id, office, { note })
  } catch (error) {
    const said = error instanceof Refusal ? fieldWords(words, error) : undefined
    if (!said) throw error
    return { kind: 'errors', errors: { [fieldIn(visited)]: said } }
  }
})

/** The field that an error stands beside: not every window has one for the candidates. */
const fieldIn = ({ view }: Visited): string => {
  const blocks = view && 'blocks' in view ? Object.keys(view.blocks) : []
  return ['people', 'bulk', 'terms'].find((name) => blocks.includes(name)) ?? 'people'
}

/** What is to be said where nobody was confirmed; throws `Refusal` for what the lead must mend. */
async function confirm(
  visited: Visited,
  about: About & { readonly terms: readonly TermRecord[] },
  office: Office,
): Promise<string | undefined> {
  const { id, seen, terms } = about
  const { review: words } = visited.sight.words.window
  if (basisOf(await requestOf(id, office), 'people') !== basisIn(about)) return words.elsewhere
  try {
    const { seen: now, ...finds } = await peopleFound(id, office.hands)
    if (now !== seen) return words.outdated
    const users = finds.people
      ? await tickedWith(visited, about, { finds, office })
      : [...new Set([...elsewhere(about), ...tickedHere(visited)])]
    const leftOut = finds.people ? leftOutOf(finds, users) : []
    const word = { id, by: visited.by, seen, users, terms, leftOut }
    await confirmPeople(word, office.hands)
    return undefined
  } catch (error) {
    if (!(error instanceof Refusal && outdated.has(error.code))) throw error
    return words.outdated
  }
}

const outdated: ReadonlySet<string> = new Set(['finds-outdated', 'not-waiting'])

function fieldWords(words: Words, { code, detail }: Refusal): string | undefined {
  if (code === 'still-undecided') return words.window.people.choose
  if (code === 'term-unclear') return words.window.people['too-short']
  return code.startsWith('person-is-') ? refusalWords(words, code, detail) : undefined
}

/** Who is ticked in the window, namesakes included. */
const tickedHere = (visited: Visited): number[] =>
  numbers([...listIn(visited, 'people'), ...listIn(visited, 'namesakes')])

/** Another page of those who may be the person; who is ticked on this one stays ticked. */
export async function turnPeople(visited: Visited, office: Office): Promise<Reply> {
  const { id, seen, page } = aboutOf(visited)
  const { seen: now, ...finds } = await peopleFound(id, office.hands)
  const request = await requestOf(id, office)
  if (now !== seen) return await showing(visited, id, office)
  if (finds.people) return await turnMany(visited, finds, office)
  const before = office.tokens.open(windowOf(visited)?.metadata ?? '')
  const ticked = before ? elsewhere(aboutOf({ bound: before })) : []
  const view = peopleView(visited.sight, {
    request,
    user: visited.by.user,
    seen,
    finds,
    page,
    ticked: [...new Set([...ticked, ...tickedHere(visited)])],
    basis: basisOf(request, 'people'),
  })
  return { kind: 'show', view }
}

async function turnMany(visited: Visited, finds: PeopleFinds, office: Office): Promise<Reply> {
  const about = aboutOf(visited)
  const { id, seen, page } = about
  const left = office.tokens.open(windowOf(visited)?.metadata ?? '')
  const ticked = left
    ? await tickedWith(visited, aboutOf({ bound: left }), { finds, office })
    : await tickedAmong(id, finds, office)
  await keepTicked(visited, about, { users: ticked, office })
  const request = await requestOf(id, office)
  const basis = basisOf(request, 'people')
  const shown = { request, user: visited.by.user, seen, finds, page, ticked, basis }
  return { kind: 'show', view: manyView(visited.sight, shown) }
}

/** A window's item: the decision that stood when it was drawn, then who is ticked elsewhere. */
const basisIn = ({ item }: About): string => item.split(' ')[0] ?? ''

const elsewhere = ({ item }: About): number[] => numbers(item.split(' ').slice(1))

const numbers = (texts: readonly string[]): number[] =>
  texts.map(Number).filter((id) => Number.isSafeInteger(id) && id > 0)
