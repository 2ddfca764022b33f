import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Term } from '../../src/flows/matching/index.ts'
import { folded, keywordsOf } from './naive-matching.ts'

/** Each text is there so many times, so that the start of a process counts for little. */
const repeated = 6

/** The places of the texts in which anything was found, and what it took for how many bytes. */
type Found = { readonly lines: number[]; readonly ms: number; readonly bytes: number }

/** ripgrep over texts, one a line, with classes of accents in place of letters. */
export type Ripgrep = {
  readonly look: () => Promise<Found>
  readonly close: () => Promise<void>
}

/** The letters of Latin alphabets by what they are without their marks. */
const accented = new Map<string, string>()
for (let code = 0xc0; code < 0x250; code += 1) {
  const letter = String.fromCharCode(code)
  const plain = folded(letter)
  accented.set(plain, (accented.get(plain) ?? '') + letter)
}

/** Nothing where ripgrep is not installed. */
export async function openRipgrep(
  texts: readonly string[],
  terms: readonly Term[],
): Promise<Ripgrep | undefined> {
  if (spawnSync('rg', ['--version']).status !== 0) return undefined
  const dir = await mkdtemp(join(tmpdir(), 'rightsdesk-bench-'))
  const [file, patterns] = [join(dir, 'texts'), join(dir, 'patterns')]
  const lines = `${texts.map((text) => text.replaceAll('\n', ' ')).join('\n')}\n`.repeat(repeated)
  await writeFile(file, lines)
  await writeFile(patterns, patternsOf(terms).join('\n'))
  // With its own limits it gives up on so many classes.
  const limits = ['--regex-size-limit', '1G', '--dfa-size-limit', '1G']
  const args = ['--no-config', '-j1', '-i', '-n', '-o', ...limits, '-f', patterns, file]
  const bytes = Buffer.byteLength(lines)
  return {
    look: async () => {
      const begin = performance.now()
      const { stdout } = await promisify(execFile)('rg', args, { maxBuffer: 2 ** 28 })
      const ms = performance.now() - begin
      const found = stdout.trim().split('\n')
      const places = found.map((line) => (Number.parseInt(line, 10) - 1) % texts.length)
      return { lines: [...new Set(places)], ms, bytes }
    },
    close: async () => await rm(dir, { recursive: true }),
  }
}

function patternsOf(terms: readonly Term[]): string[] {
  const phones = terms.filter(({ kind }) => kind === 'phone')
  const numbers = phones.map(
    ({ value }) => `(?:\\+33|0)[ .-]?${Array.from(value.slice(3)).join('[ .-]?')}`,
  )
  return [...keywordsOf(terms).map(([word]) => expanded(word)), ...numbers]
}

function expanded(word: string): string {
  const letters = word.replaceAll('ss', 'ß')
  return Array.from(letters, (letter) => {
    if (letter === 'ß') return '(?:ß|ss)'
    if (!/[a-z]/.test(letter)) return letter.replace(/[.+-]/, String.raw`\$&`)
    return `[${letter}${accented.get(letter) ?? ''}][\u0300-\u036f]?`
  }).join('')
}
