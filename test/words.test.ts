import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { flows, type RefusalCode } from '../src/flows/index.ts'
import { OperationKind } from '../src/records/plan.ts'
import { erasureAnswer } from '../src/words/answers.ts'
import { haltWords, refusalWords, roleWords, wordsFor } from '../src/words/index.ts'

const [en, fr] = [wordsFor('en'), wordsFor('fr')]

type Leaf = { readonly at: string; readonly texts: readonly string[] }

/** Every text of a language; those that take a detail, with one. */
function* leavesOf(words: object, at = ''): Generator<Leaf> {
  for (const [key, value] of Object.entries(words) as [string, unknown][]) {
    const place = `${at}${key}`
    if (typeof value === 'string') yield { at: place, texts: [value] }
    else if (typeof value === 'function') {
      const say = value as (...about: string[]) => string
      yield { at: place, texts: [say(...Array.from({ length: say.length }, () => '42'))] }
    } else yield* leavesOf(value as object, `${place} › `)
  }
}

const [english, french] = [[...leavesOf(en)], [...leavesOf(fr)]]

const answered = { number: 'R-2026-0042', receipt: 'a1b2', deleted: 9, redacted: 12, kept: 3 }
const answers: readonly Leaf[] = ['en', 'fr'].map((language) => ({
  at: `answer in ${language}`,
  texts: [erasureAnswer(language, answered), erasureAnswer(language, { ...answered, kept: 0 })],
}))
const inFrench = [...french, ...answers.slice(1)]

const sentences = (leaves: readonly Leaf[]): Leaf[] =>
  leaves.filter(({ at }) => /^(?:refusal|halt|start) /.test(at))

/** Texts in which a pattern is found, by their place. */
const placesWith = (leaves: readonly Leaf[], pattern: RegExp): string[] =>
  leaves.filter(({ texts }) => texts.some((text) => pattern.test(text))).map(({ at }) => at)

describe('every language', () => {
  test('says the same things', () => {
    expect(french.map(({ at }) => at)).toEqual(english.map(({ at }) => at))
    expect(english.length).toBeGreaterThan(60)
  })

  test('leaves nothing empty, untrimmed or undefined', () => {
    for (const leaves of [english, french, answers]) {
      expect(placesWith(leaves, /^$|^\s|\s$|undefined|\[object|NaN/)).toEqual([])
    }
  })

  test('ends every sentence to a person with a full stop or an ellipsis', () => {
    expect(placesWith(sentences(english), /[^.…]$/)).toEqual([])
    expect(placesWith(sentences(french), /[^.…]$/)).toEqual([])
  })

  test('has the apostrophe ’ and no straight quotes', () => {
    expect(placesWith([...english, ...french, ...answers], /['"]/)).toEqual([])
  })

  test('is found by a locale, and is English where we don’t speak it', () => {
    expect(wordsFor('fr-FR')).toBe(fr)
    expect(wordsFor('fr-CA')).toBe(fr)
    expect(wordsFor('en-GB')).toBe(en)
    expect(wordsFor('de-DE')).toBe(en)
    expect(wordsFor('')).toBe(en)
    expect(wordsFor('constructor')).toBe(en)
  })
})

describe('French', () => {
  test('has no English left in it', () => {
    const words =
      /\b(?:the|and|is|are|was|this|that|not|with|from|your|you|we|must|been|will|somebody|ticket’s|request|delete|deleted|user|somewhere|look|plan’s)\b(?!:)/i

    expect(placesWith(inFrench, words)).toEqual([])
    // The product is called the same everywhere.
    const same = french.filter(
      ({ texts: [text] }, i) => text === english[i]?.texts[0] && text !== 'Rights Desk',
    )
    expect(same.map(({ at }) => at)).toEqual([])
  })

  test('calls a legal hold and a suspended message by one name each, as in every window', () => {
    expect(placesWith(french, /gel juridique|messages? retenu/i)).toEqual([])
    expect(placesWith(english, /held[- ]back/i)).toEqual([])
  })

  test('keeps : ; ? ! and » from standing alone at the start of a line', () => {
    expect(placesWith(inFrench, / [:;?!»]|« /)).toEqual([])
    // A colon within a word is one that people type: `external:…`.
    expect(
      placesWith(inFrench, /[\p{L}\p{N})][;?!»]|[\p{L}\p{N})]:(?=\s|$)|«[\p{L}\p{N}]/u),
    ).toEqual([])
    expect(placesWith(inFrench, /\u00a0:|\u202f;/).length).toBeGreaterThan(3)
  })
})

const root = fileURLToPath(new URL('..', import.meta.url))
const sourceOf = (path: string) => readFileSync(join(root, 'src', path), 'utf8')
const flowSources = readdirSync(join(root, 'src/flows'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && path !== 'refusal.ts')
  .map((path) => sourceOf(join('flows', path)))

/** Every literal that one of the patterns picks out of the flows. */
const literals = (...patterns: readonly RegExp[]): string[] => [
  ...new Set(
    flowSources.flatMap((source) =>
      patterns.flatMap((pattern) =>
        [...source.matchAll(pattern)].map(([, literal]) => literal ?? ''),
      ),
    ),
  ),
]

describe('whatever the desk may have to say has words', () => {
  test('every refusal, and no refusal that there is not', () => {
    const codes = [...sourceOf('flows/refusal.ts').matchAll(/^ {2}\| '([a-z-]+)'$/gm)]
    const words: Readonly<Record<RefusalCode, unknown>> = en.refusal

    expect(codes.length).toBeGreaterThan(20)
    expect(Object.keys(words).toSorted()).toEqual(codes.map(([, code]) => code ?? '').toSorted())
  })

  test('a role that is missing, whether or not the policy names one', () => {
    expect(en.refusal['role-missing']('lead')).toContain('lead')
    expect(en.refusal['role-missing']('')).toMatch(/^You have no role/)
    expect(fr.refusal['role-missing']('')).toMatch(/^La politique/)
  })

  test('roles are called as people call them, and one that we do not know by its own name', () => {
    expect(roleWords(en, 'privacy-officer')).toBe('privacy officer')
    expect(roleWords(fr, 'privacy-officer')).toBe('délégué à la protection des données')
    expect(roleWords(fr, 'dpo-team')).toBe('dpo team')
    expect(roleWords(en, 'constructor')).toBe('constructor')
    expect(refusalWords(en, 'role-missing', 'support-lead, dpo-team')).toContain(
      ': support lead, dpo team.',
    )
  })

  test('every refusal is one that some deed gives', () => {
    const given = literals(/'([a-z]+(?:-[a-z]+)*)'/g)

    expect(Object.keys(en.refusal).filter((code) => !given.includes(code))).toEqual([])
  })

  test('every reason to halt', () => {
    const codes = literals(
      /'halted', code: '([^']+)'/g,
      /'halt', code: '([^']+)'/g,
      /\bhalt(?:ed)?\((?:request, )?'([^']+)'/g,
      /\bhalt: '([^']+)'/g,
      /\binstanceof \w+\) return '(?!unknown')([^']+)'/g,
      /\(held\) return '([^']+)'/g,
      /\bpatience === 0 \? '([^']+)'/g,
    )

    expect(codes).toEqual(
      expect.arrayContaining(['credentials', 'job-stuck', 'legal-hold', 'rehearsal', 'no-flow']),
    )
    expect(codes.filter((code) => !Object.hasOwn(en.halt, code))).toEqual([])
  })

  test('every no of Zendesk’s, by its number', () => {
    expect(haltWords(en, 'zendesk-404')).toMatch(/^Zendesk refused a call .* \(zendesk-404\)$/)
    expect(haltWords(fr, 'zendesk-no')).toMatch(/^Zendesk a refusé un appel .* \(zendesk-no\)$/)
    expect(haltWords(en, 'job-stuck')).toBe(en.halt['job-stuck'])
  })

  test('every step of every flow', () => {
    const steps = Object.values(flows).flatMap((flow) => flow.steps.map(({ name }) => name))

    expect(steps.filter((name) => !Object.hasOwn(en.step, name))).toEqual([])
    expect(Object.keys(en.step).filter((name) => !steps.includes(name))).toEqual([])
  })

  test('every kind of operation', () => {
    expect(Object.keys(en.operation).toSorted()).toEqual(OperationKind.options.toSorted())
  })

  test('every reason not to start', () => {
    const codes = /readonly code: ('credentials'[^\n]*)/.exec(sourceOf('desk.ts'))?.[1]

    expect(
      Object.keys(en.start)
        .map((code) => `'${code}'`)
        .toSorted(),
    ).toEqual((codes?.split(' | ') ?? []).toSorted())
  })
})

describe('the answer to the person', () => {
  test.each(['en', 'fr'])(
    'in %s holds its number, receipt and counts, and nothing of him',
    (language) => {
      const text = erasureAnswer(language, answered)

      expect(text).toContain('R-2026-0042 · a1b2')
      expect(text.match(/\d+$/gm)?.map(Number)).toEqual([9, 12, 3, 2])
    },
  )

  test('names what was kept only where something was', () => {
    expect(erasureAnswer('fr', answered)).toContain('devons conserver')
    expect(erasureAnswer('fr', { ...answered, kept: 0 })).not.toContain('devons conserver')
  })

  test.each(['de', '', 'constructor', '__proto__'])(
    'is English where we don’t speak %j',
    (language) => {
      expect(erasureAnswer(language, answered)).toBe(erasureAnswer('en', answered))
    },
  )
})
