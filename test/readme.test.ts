import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')
const scripts: Record<string, string> = JSON.parse(read('package.json')).scripts
const steps = new Set(['style', 'types', 'lint', 'dead'])

test('every command that the README names is there', () => {
  const named = [...read('README.md').matchAll(/npm run (?:-s )?([a-z]+)/g)].map(([, name]) => name)

  expect(named.length).toBeGreaterThan(0)
  expect(named.filter((name) => !scripts[name ?? ''])).toEqual([])
})

test('every command that is there stands in the README', () => {
  const text = read('README.md')
  const own = Object.keys(scripts).filter((name) => !steps.has(name) && name !== 'test')

  expect(own.filter((name) => !text.includes(`npm run ${name}`))).toEqual([])
})

test('every file that the docs link to is there', () => {
  for (const doc of ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md']) {
    for (const [, link] of read(doc).matchAll(/\]\(([^)#:]+)\)/g)) {
      expect(
        () => readFileSync(new URL(`../${link}`, import.meta.url)),
        `${doc}: ${link}`,
      ).not.toThrow(/ENOENT/)
    }
  }
})

test('CI runs what the README tells a newcomer to run', () => {
  expect(read('.ci/run')).toMatch(/npm ci[\s\S]*npm test[\s\S]*npm run check/)
})
