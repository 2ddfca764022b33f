import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { camille, ownTickets } from '../../../sandbox/zendesk/sample/people.ts'

/** Every form in which she stands in the sample account, as it is once markup is gone. */
export const herForms: readonly RegExp[] = [
  /camille\.lefevre@example\.com/i,
  /c\.lefevre@example\.net/i,
  /lef[eè]vre,? camille/i,
  /(?:\+33|0033|0)[ .]?6[ .]?39[ .]?98[ .]?12[ .]?34/,
  /NL-C-20417/,
]

/** What must not lie in the data folder after the seal: her values and her tickets' numbers. */
const secrets = [
  camille.email,
  camille.second,
  'lefevre',
  'Lefèvre',
  'Lefèvre'.normalize('NFD'),
  'Camille',
  '639981234',
  '6 39 98 12 34',
  camille.externalId,
  String(camille.id),
]

/** Her tickets' numbers, standing by themselves: the digits of a hash are nobody's. */
const numbers = ownTickets.map(
  (ticket) => new RegExp(String.raw`(?<![\w+/=-])${ticket}(?![\w+/=-])`),
)

/** A text as it stands and as base64 shows it, wherever in a longer text it begins. */
function disguises(text: string): string[] {
  const shifted = [0, 1, 2].map((shift) => {
    const coded = Buffer.concat([Buffer.alloc(shift), Buffer.from(text)]).toString('base64')
    // The characters at both ends depend on what stands before and after.
    return coded.slice(
      Math.ceil((shift * 8) / 6),
      Math.floor(((shift + Buffer.byteLength(text)) * 8) / 6),
    )
  })
  return [text, ...shifted.filter((one) => one.length > 5)]
}

/** Files of a folder that hold something of hers, by what was found; `stubs/` is not looked into. */
export function leaksIn(dir: string): string[] {
  const needles = secrets.flatMap(disguises)
  return filesIn(dir)
    .filter((file) => !relative(dir, file).startsWith('stubs'))
    .flatMap((file) => {
      const text = readFileSync(file, 'latin1')
      const found = [
        ...needles.filter((one) => text.includes(Buffer.from(one).toString('latin1'))),
        ...numbers.filter((one) => one.test(text)).map(String),
      ]
      return found.map((one) => `${relative(dir, file)}: ${one}`)
    })
}

/** All files below a folder. */
export const filesIn = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((name) => join(dir, name))
    .filter((path) => statSync(path).isFile())
