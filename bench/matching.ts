import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { compileMatcher, type Hit, type Term } from '../src/flows/matching/index.ts'
import { commentsOf, termsOf } from './peers/comments.ts'
import { naive, textOfHtml } from './peers/naive-matching.ts'
import { openRipgrep } from './peers/ripgrep.ts'
import { median, type Row, rounded } from './row.ts'
import { standstill } from './standstill.ts'

const count = 6000
const rounds = 3

/** How many terms, and how many times as fast as naive code. */
const goals = [
  { many: 20, goal: 6 },
  { many: 200, goal: 15 },
]

/** Looks through all comments once; for each, the places of the terms that it found there. */
type Look = () => Promise<readonly (readonly number[])[]>

/** Megabytes of UTF-8 in a second, and whether exactly what stands there was found. */
type Taken = { readonly speed: number; readonly right: boolean }

/** Row 6: comments looked through for all terms at once. */
export async function matching(): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const { many, goal } of goals) rows.push(...(await rowsFor(many, goal)))
  return [...rows, ...(await standstill())]
}

async function rowsFor(many: number, goal: number): Promise<Row[]> {
  const terms = termsOf(many)
  const comments = commentsOf(count, terms)
  const [texts, htmls] = [comments.map(({ text }) => text), comments.map(({ html }) => html)]
  const oracle = comments.map(({ holds }) => holds)
  const { inText, inHtml } = compileMatcher(terms, { country: 'FR' })
  const find = naive(terms)
  const library = await openLibrary(terms)
  const ripgrep = await openRipgrep(texts, terms)
  const plainly = await compared(texts, oracle, {
    own: async () => texts.map((text) => placesOf(inText(text), terms)),
    naive: async () => texts.map(find),
    library: async () => await library.look(texts),
  })
  const asHtml = await compared(htmls, oracle, {
    own: async () => htmls.map((html) => placesOf(inHtml(html), terms)),
    naive: async () => htmls.map((html) => find(textOfHtml(html))),
  })
  const beside = ripgrep && (await besideRipgrep(ripgrep.look, texts, oracle))
  await Promise.all([library.close(), ripgrep?.close()])
  const named = { many, goal }
  return [
    overNaive('comments as plain text', plainly, named),
    overNaive('comments as HTML', asHtml, named),
    overRipgrep(many, plainly.own, beside),
  ]
}

type All = Readonly<Record<'own' | 'naive', Taken>> & { readonly library?: Taken }

function overNaive(what: string, of: All, { many, goal }: (typeof goals)[number]): Row {
  const value = rounded(of.own.speed / of.naive.speed, 1)
  const all = Object.entries(of)
  const wrong = all.filter(([, { right }]) => !right).map(([name]) => name)
  const speeds = all.map(([name, { speed }]) => `${name} ${rounded(speed, 0)}`).join(', ')
  const hits = wrong.length === 0 ? 'all find the same' : `NOT THE SAME HITS: ${wrong.join(', ')}`
  const peers = of.library && {
    'ahocorasick in a worker': rounded(of.library.speed / of.naive.speed, 1),
  }
  return {
    row: 6,
    figure: `${what}, ${many} terms ÷ naive (fold, then look for each)`,
    value,
    goal: `≥ ${goal}, the same hits`,
    met: value >= goal && wrong.length === 0,
    peers: peers ?? {},
    note: `MB/s: ${speeds}; ${count} comments, a term in one of a hundred; ${hits}`,
  }
}

function overRipgrep(many: number, own: Taken, beside: Taken | undefined): Row {
  const value = beside ? rounded(own.speed / beside.speed) : 0
  const said = beside?.right === false ? 'it does NOT find the same comments' : 'the same comments'
  return {
    row: 6,
    figure: `comments as plain text, ${many} terms ÷ ripgrep -i with classes of accents`,
    value,
    goal: '≥ 0.5',
    met: beside?.right === true && value >= 0.5,
    peers: {},
    note: beside
      ? `ripgrep ${rounded(beside.speed, 0)} MB/s; ${said}`
      : 'not measured: rg is not installed here',
  }
}

/** Each once to warm up and to be checked, then by turns: whatever slows the machine slows all. */
async function compared<Name extends string>(
  texts: readonly string[],
  oracle: readonly (readonly number[])[],
  looks: Readonly<Record<Name, Look>>,
): Promise<Record<Name, Taken>> {
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  const names = Object.keys(looks) as Name[]
  const times = new Map<Name, number[]>(names.map((name) => [name, []]))
  const right = new Map<Name, boolean>()
  for (const name of names) right.set(name, isSame(await looks[name](), oracle))
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      const begin = performance.now()
      await looks[name]()
      times.get(name)?.push(performance.now() - begin)
    }
  }
  const taken = names.map((name) => {
    const speed = bytes / 1000 / median(times.get(name) ?? [])
    return [name, { speed, right: right.get(name) === true }]
  })
  return Object.fromEntries(taken) as Record<Name, Taken>
}

const isSame = (found: readonly (readonly number[])[], oracle: typeof found): boolean =>
  found.length === oracle.length &&
  found.every((here, at) => String(here.toSorted((a, b) => a - b)) === String(oracle[at]))

const placesOf = (hits: readonly Hit[], terms: readonly Term[]): number[] =>
  hits.length === 0 ? [] : [...new Set(hits.map(({ term }) => terms.indexOf(term)))]

/** It tells the comment, not the term. */
async function besideRipgrep(
  look: () => Promise<{ readonly lines: number[]; readonly ms: number; readonly bytes: number }>,
  texts: readonly string[],
  oracle: readonly (readonly number[])[],
): Promise<Taken> {
  const expected = texts.flatMap((_, at) => (oracle[at]?.length ? [at] : []))
  const runs = []
  for (let round = 0; round < rounds; round += 1) runs.push(await look())
  const [first] = runs
  return {
    speed: median(runs.map(({ bytes, ms }) => bytes / 1000 / ms)),
    right: String(first?.lines.toSorted((a, b) => a - b)) === String(expected),
  }
}

type Library = {
  readonly look: (texts: readonly string[]) => Promise<number[][]>
  readonly close: () => Promise<unknown>
}

async function openLibrary(terms: readonly Term[]): Promise<Library> {
  const script = JSON.stringify(new URL('./peers/library-worker.ts', import.meta.url).href)
  // A thread takes over no loader of TypeScript on Node 20.
  const start = `import('tsx/esm/api').then(({ tsImport }) => tsImport(${script}, ${script}))`
  const worker = new Worker(start, { eval: true, workerData: terms })
  await once(worker, 'online')
  return {
    look: async (texts) => {
      worker.postMessage(texts)
      const [found] = (await once(worker, 'message')) as [number[][]]
      return found
    },
    close: async () => await worker.terminate(),
  }
}
