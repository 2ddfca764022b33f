import type { User } from '../../zendesk/index.ts'
import { inGroups } from '../groups.ts'
import type { Account } from '../hands.ts'
import { foldedString } from '../matching/stream.ts'
import { asWords } from '../matching/views.ts'

/** Zendesk's search knows accents: a letter is looked for under each that it may carry. */
const accented: ReadonlyMap<string, string> = new Map(
  ['aàâäáå', 'cç', 'eéèêë', 'iîïí', 'nñ', 'oôöóø', 'uùûüú'].map((letters) => [
    letters.slice(0, 1),
    letters.slice(1),
  ]),
)

const oneQuery = 20

/** A common name has thousands of bearers: nobody looks through more. */
const enough = 1000

/** A name as it is compared: without accents and case, its words in any order. */
export const foldedName = (name: string): string =>
  asWords(foldedString(name)).split(' ').toSorted().join(' ')

/**
 * Active users of this very name: with and without accents, in either order. A name without accents
 * also finds those with one more, and `thoroughly` whoever shares a word of it as it is written: in
 * vain only where each word has several.
 */
export async function usersNamed(
  name: string,
  zendesk: Account,
  how: { thoroughly?: boolean } = {},
): Promise<User[]> {
  const sought = foldedName(name)
  const found = new Map<number, User>()
  for (const query of queriesFor(name, how.thoroughly === true)) {
    let seen = 0
    for await (const user of zendesk.users.search({ query })) {
      if (user.active && foldedName(user.name) === sought) found.set(user.id, user)
      seen += 1
      if (seen === enough) break
    }
  }
  return [...found.values()]
}

function queriesFor(name: string, thoroughly: boolean): string[] {
  const written = bare(name.normalize('NFC'))
  const plain = bare(foldedString(name))
  const isPlain = written.toLowerCase() === plain
  const phrases = new Set([written.toLowerCase(), plain, ...(isPlain ? withAccent(plain) : [])])
  const turned = [...phrases].map((phrase) => phrase.split(' ').toReversed().join(' '))
  const all = [...new Set([...phrases, ...turned])].map((phrase) => `name:"${phrase}"`)
  const words = plain.split(' ').filter((word) => word.length > 1)
  return [
    ...inGroups(all, oneQuery).map((group) => group.join(' ')),
    ...(thoroughly && isPlain ? words.map((word) => `name:${word}`) : []),
  ]
}

/** Without what means something in a query. */
const bare = (name: string): string =>
  asWords(name)
    .replaceAll(/["*:<>]/g, '')
    .replace(/ +/g, ' ')
    .trim()

/** The name with one accent, each in turn. */
const withAccent = (name: string): string[] =>
  Array.from(name).flatMap((letter, i) =>
    Array.from(accented.get(letter) ?? '').map(
      (other) => name.slice(0, i) + other + name.slice(i + 1),
    ),
  )
