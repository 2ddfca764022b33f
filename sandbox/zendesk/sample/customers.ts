import type { Seeding } from '../account/store.ts'
import { putPerson } from './make-user.ts'
import type { Random } from './random.ts'

const day = 86_400_000
const frenchNames = [
  'Manon',
  'Lucas',
  'Chloé',
  'Hugo',
  'Inès',
  'Théo',
  'Margaux',
  'Baptiste',
  'Élise',
  'Rémi',
  'Aurore',
  'Yanis',
  'Capucine',
  'Florian',
  'Salomé',
  'Gaël',
]
const frenchFamilies = [
  'Perrin',
  'Fournier',
  'Chevalier',
  'Roussel',
  'Blanchard',
  'Delmas',
  'Ferrand',
  'Lacombe',
  'Tessier',
  'Vasseur',
  'Bonnet',
  'Lefebvre',
]
const englishNames = [
  'Grace',
  'Oliver',
  'Maya',
  'Ethan',
  'Isla',
  'Callum',
  'Freya',
  'Daniel',
  'Ruby',
  'Jack',
  'Amara',
  'Finn',
  'Zoe',
  'Liam',
  'Nora',
  'Seth',
]
const englishFamilies = [
  'Harper',
  'Osborne',
  'Kendrick',
  'Pryce',
  'Langley',
  'Whitaker',
  'Doyle',
  'Ashworth',
  'Sinclair',
  'Mercer',
  'Barlow',
  'Okafor',
]

/** Customers without a part, half of them French. Returns their ids. */
export function putCustomers(
  store: Seeding,
  random: Random,
  { now, count, from = 360_001_300_000 }: { now: number; count: number; from?: number },
): { id: number; french: boolean; first: string }[] {
  return Array.from({ length: count }, (_, i) => {
    const french = i % 2 === 0
    const first = random.pick(french ? frenchNames : englishNames)
    const family = random.pick(french ? frenchFamilies : englishFamilies)
    const id = from + i * 127 + random.below(100)
    const email = `${ascii(first)}.${ascii(family)}${i}@example.${random.pick(['com', 'org', 'net'])}`
    const number = String(10 + random.below(89))
    const phone = french ? `+33 6 39 98 ${40 + (i % 50)} ${number}` : `+1 555-01${number}`
    putPerson(store, {
      id,
      name: `${first} ${family}`,
      email,
      locale: french ? 'fr' : 'en-US',
      since: now - (30 + random.below(1400)) * day,
      ...(random.below(3) === 0 ? { phone } : {}),
    })
    return { id, french, first }
  })
}

const ascii = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
