import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

type Refusal = { readonly file: string; readonly what: string; readonly why: string }

/** What the project's own linter says of every fixture, the same line told twice counted once. */
async function refusals(): Promise<Refusal[]> {
  const printed = await new Promise<string>((done) => {
    const args = ['--no-install', 'oxlint', '--format', 'json', 'test/walls/src']
    execFile('npx', args, { cwd: root }, (_, stdout) => done(stdout))
  })
  const { diagnostics } = JSON.parse(printed) as {
    diagnostics: { filename: string; code: string; message: string; help: string }[]
  }
  const told = diagnostics
    .filter(({ code }) => code === 'eslint(no-restricted-imports)')
    .map(({ filename, message, help }) => ({
      file: relative('test/walls/src', filename).split(sep).join('/'),
      what: /^'([^']+)'/.exec(message)?.[1] ?? message,
      why: help,
    }))
  const key = ({ file, what }: Refusal): string => `${file} ${what}`
  return [...new Map(told.map((one) => [key(one), one])).values()]
}

const above = ['commands/open', 'exports/bundle', 'slack/post', 'terminal/verify', 'views/card']
const ours = (...more: string[]) => [...above, ...more].map((path) => `../${path}.ts`)
const workspace = '../../../../sandbox/zendesk/server.ts'
const files = ['lowdb', 'lowdb/node']
const slack = ['@slack/bolt', '@slack/web-api']
const http = ['axios', 'node:http']

const walls = [
  {
    folder: 'flows',
    why: 'a flow has no Slack, no HTTP and no disk of its own.',
    what: [
      ...slack,
      ...http,
      'axios/unsafe/helpers/toFormData.js',
      'node:https',
      'node:net',
      'node:fs',
      'node:fs/promises',
      ...files,
      workspace,
      ...ours('words/en'),
    ],
  },
  {
    folder: 'records',
    why: 'records is a floor: it stands on nothing of ours.',
    what: [
      '@slack/bolt',
      'axios',
      'axios/index.js',
      workspace,
      ...ours('flows/index', 'words/en', 'zendesk/index'),
    ],
  },
  {
    folder: 'zendesk',
    why: 'zendesk is a floor: it stands on nothing of ours.',
    what: ['@slack/bolt', ...files, workspace, ...ours('flows/index', 'records/plan', 'words/en')],
  },
  {
    folder: 'words',
    why: 'words is a floor: it stands on nothing of ours.',
    what: [
      '@slack/bolt',
      ...http,
      'node:fs/promises',
      ...files,
      workspace,
      ...ours('flows/refusal', 'records/plan', 'zendesk/index'),
    ],
  },
  {
    folder: 'pages',
    why: "a page of the desk's own knows no Slack: it reaches Zendesk and the disk through flows alone.",
    what: [
      ...slack,
      'axios',
      'node:fs',
      'node:fs/promises',
      ...files,
      workspace,
      ...['commands/open', 'exports/bundle', 'slack/post', 'terminal/verify', 'zendesk/index'].map(
        (path) => `../${path}.ts`,
      ),
    ],
  },
  {
    folder: 'sandbox/zendesk',
    why: 'the account must not share a misunderstanding with the client: it knows nothing of src.',
    what: ['records/plan', 'zendesk/index'].map((path) => `../../../../../src/${path}.ts`),
  },
  {
    folder: 'sandbox/slack',
    why: 'the workspace must not share a misunderstanding with the bot: it knows nothing of src.',
    what: ['records/plan', 'zendesk/index'].map((path) => `../../../../../src/${path}.ts`),
  },
  {
    folder: 'sandbox/page',
    why: 'the page shows what Slack would show: it knows nothing of src.',
    what: ['records/plan', 'zendesk/index'].map((path) => `../../../../../src/${path}.ts`),
  },
] as const

describe('the linter', () => {
  let told: Refusal[] = []
  beforeAll(async () => {
    told = await refusals()
  })

  test.each(walls)('refuses what $folder must not import, each with the reason', (wall) => {
    const found = told.filter(({ file }) => file === `${wall.folder}/leak.ts`)

    expect(found.map(({ what }) => what).toSorted()).toEqual([...wall.what].toSorted())
    expect(new Set(found.map(({ why }) => why))).toEqual(new Set([wall.why]))
  })

  test.each(walls)('lets $folder import what it stands on', ({ folder }) => {
    expect(told.filter(({ file }) => file === `${folder}/clean.ts`)).toEqual([])
    expect(importsOf(`test/walls/src/${folder}/clean.ts`).length).toBeGreaterThan(0)
  })

  test('is run on everything but these fixtures, which no other check reads either', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }

    expect(scripts['lint']).toContain("--ignore-pattern 'test/walls/**'")
    expect(read('tsconfig.json')).toMatch(/"exclude": \["test\/walls\/src"[,\]]/)
    expect(read('knip.json')).toContain('!test/walls/src/**')
  })
})

/** Every TypeScript file below a folder of the project. */
const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join(folder, path))

/** Everything that a file imports, also as a type, for its effect, re-exported or at run time. */
const importsOf = (file: string): string[] =>
  [
    ...read(file).matchAll(
      /(?:[\s}]from|^import) '([^'\n]+)'$|\b(?:import|require)\('([^'\n]+)'/gm,
    ),
  ].map(([, written, called]) => written ?? called ?? '')

const sources = filesIn('src').map((file) => ({ file, imports: importsOf(file) }))

/** The folder of `src` that a file belongs to; a file of `src` itself is its own. */
const placeOf = (path: string): string => path.split(sep)[1] ?? ''

const placesWith = (name: string): Set<string> =>
  new Set(sources.filter(({ imports }) => imports.includes(name)).map(({ file }) => placeOf(file)))

const standsOn: Readonly<Record<string, readonly string[]>> = {
  records: [],
  zendesk: [],
  words: [],
  flows: ['records', 'zendesk'],
  exports: ['records', 'zendesk', 'html.ts'],
  views: ['records', 'words'],
  slack: ['views', 'records', 'words'],
  commands: ['flows', 'slack', 'views', 'records', 'words'],
  pages: ['flows', 'views', 'records', 'words', 'html.ts'],
  'config.ts': [],
  'html.ts': [],
}

describe('the source', () => {
  test('is read here as it is: the scan sees every kind of import', () => {
    expect(sources.length).toBeGreaterThan(50)
    expect(importsOf('test/walls/src/flows/leak.ts')).toHaveLength(18)
  })

  test.each(Object.entries(standsOn))('%s stands on nothing of ours but %j', (place, floors) => {
    const reached = sources
      .filter(({ file }) => placeOf(file) === place)
      .flatMap(({ file, imports }) =>
        imports
          .filter((what) => what.startsWith('.'))
          .map((what) => ({ file, to: relative(root, resolve(root, dirname(file), what)) })),
      )
    const outside = reached.filter(({ to }) => ![place, ...floors].includes(placeOf(to)))

    expect(outside).toEqual([])
  })

  test('flows use the client’s front door only', () => {
    const doors = sources
      .filter(({ file }) => placeOf(file) === 'flows')
      .flatMap(({ imports }) => imports.filter((what) => what.includes('/zendesk/')))

    expect(new Set(doors.map((door) => basename(door)))).toEqual(new Set(['index.ts']))
  })

  test('flows use packages that only compute', () => {
    const packages = sources
      .filter(({ file }) => placeOf(file) === 'flows')
      .flatMap(({ imports }) => imports.filter((what) => !what.startsWith('.')))
    const harmless = new Set(['node:crypto', 'zod', 'htmlparser2', 'libphonenumber-js'])

    expect(packages.filter((name) => !harmless.has(name))).toEqual([])
  })

  test('only the client knows axios, only the records know lowdb', () => {
    expect(placesWith('axios')).toEqual(new Set(['zendesk']))
    expect(placesWith('lowdb')).toEqual(new Set(['records']))
  })

  test('imports nothing of the sandbox, the tests or the benchmarks', () => {
    const reached = sources.flatMap(({ imports }) => imports)

    expect(reached.filter((what) => /(?:^|\/)(?:sandbox|test|bench)\//.test(what))).toEqual([])
  })

  test('has two mints of confirmed things: who decides, and the parser of plans', () => {
    const minted = sources.filter(({ file }) => /\bas Confirmed</.test(read(file)))

    expect(minted.map(({ file }) => file).toSorted()).toEqual([
      join('src', 'flows', 'decide.ts'),
      join('src', 'records', 'plan.ts'),
    ])
  })

  test.each(['flows', 'records'])('takes time and chance in %s from its hands', (folder) => {
    const ambient = /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bMath\.random\b|\bfetch\(/

    expect(filesIn(join('src', folder)).filter((file) => ambient.test(read(file)))).toEqual([])
  })
})

describe('the lock file', () => {
  type Locked = { integrity?: string; resolved?: string; hasInstallScript?: boolean }
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> }
  const all = Object.entries(packages).filter(([path]) => path !== '')
  const those = (wanted: (locked: Locked) => boolean) =>
    all.filter(([, locked]) => wanted(locked)).map(([path]) => path)

  test('pins every package by its contents and none to a registry', () => {
    expect(all.length).toBeGreaterThan(100)
    expect(those(({ integrity }) => !integrity?.startsWith('sha512-'))).toEqual([])
    expect(those(({ resolved }) => resolved !== undefined)).toEqual([])
  })

  test('knows no install script but that of esbuild', () => {
    expect(those(({ hasInstallScript }) => hasInstallScript === true)).toEqual([
      'node_modules/esbuild',
    ])
  })

  test('has an axios in which the known holes are closed', () => {
    const { version = '' } = packages['node_modules/axios'] as { version?: string }
    const [major = 0, minor = 0] = version.split('.').map(Number)

    expect(major * 1000 + minor).toBeGreaterThanOrEqual(1019)
  })
})
