import type { Term } from '../../src/flows/matching/index.ts'

/** What a term is written as in a text. */
type Written = { readonly term: Term; readonly text: string }

/** A generated comment, and the places in the list of terms of those that stand in it. */
export type Made = {
  readonly text: string
  readonly html: string
  readonly holds: readonly number[]
}

/** The person's words stand in one comment of so many. */
const everyNth = 100

const languages = [
  `bonjour je vous écris au sujet de ma commande qui n’est toujours pas arrivée à l’adresse prévue
  malgré vos messages répétés pourriez vous vérifier où elle se trouve et me répondre rapidement le
  numéro figure sur la facture très déçue après un délai aussi long bien à vous été forêt garçon`,
  `guten tag ich möchte meine bestellung zurückgeben weil das gerät größer als beschrieben ist bitte
  schicken sie mir für die rücksendung ein etikett außerdem wüsste ich gern wann ich das geld bekomme
  mit freundlichen grüßen die lieferung kam über eine woche später`,
  `dzień dobry chciałbym się dowiedzieć kiedy przyjdzie moja paczka ponieważ minęły już dwa tygodnie
  proszę również o zmianę adresu dostawy gdyż wyjeżdżam zażółć gęślą jaźń z góry dziękuję za pomoc
  święta są blisko a przesyłka wciąż w drodze`,
].map((words) => words.split(/\s+/))

const japanese = `お世話になっております。先日注文した商品がまだ届いておりません。配送状況を確認していただけますか。
よろしくお願いいたします。カスタマーサポートの担当者からの返信を待っています。`

const firstNames =
  `Camille Jürgen Zofia Søren Inès Małgorzata Björn Élodie Grażyna Wolfgang Chloé Paweł
  Aurélie Günther Agnieszka Maëlle Ulrich Żaneta Noémie Friedrich`.split(/\s+/)

const families = `Lefèvre Krüger Wiśniewska Grønborg Aubrévault Dąbrowska Lindström Desmoulières
  Wójcicka Ackermann Châtelain Kowalczyk Fontenoy Schönfeld Zielińska Montbéliard Brückner Żurawska
  Duchâtelet Weißmüller`.split(/\s+/)

/** Numbers from a seed, the same on every machine. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** As many terms as asked for, five for each person: address, phone, name, handle, id. */
export function termsOf(count: number): Term[] {
  return Array.from({ length: Math.ceil(count / 5) }, (_, person) => termsOfPerson(person))
    .flat()
    .slice(0, count)
}

function termsOfPerson(person: number): Term[] {
  const first = pick(firstNames, person % firstNames.length)
  const family = pick(families, (person * 7 + Math.floor(person / 20)) % families.length)
  const plain = bare(`${first}.${family}`).toLowerCase()
  const digits = String(10_000_000 + person * 7919).slice(-8)
  return [
    { kind: 'email', value: `${plain}${person}@example.com`, strength: 'strong' },
    { kind: 'phone', value: `+336${digits}`, strength: 'strong' },
    { kind: 'name', value: `${first} ${family}`, strength: 'weak' },
    {
      kind: 'handle',
      value: `@${bare(family).toLowerCase()}_${1000 + person}`,
      strength: 'strong',
    },
    { kind: 'external-id', value: `C-${70_000 + person * 13}-X`, strength: 'strong' },
  ]
}

/** A letter without its accent, where it is made of two. */
const bare = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o')
    .replace(/ß/g, 'ss')

/** Comments of some two thousand characters, as plain text and as the HTML of the same words. */
export function commentsOf(count: number, terms: readonly Term[]): Made[] {
  const next = random(42)
  return Array.from({ length: count }, (_, at) => comment(at, terms, next))
}

function comment(at: number, terms: readonly Term[], next: () => number): Made {
  const one = Math.floor(next() * terms.length)
  const term = terms[one]
  const paragraphs = Array.from({ length: 5 }, () => paragraph(at, next))
  const holds = at % everyNth === 0 && term !== undefined
  if (holds) paragraphs.splice(2, 0, `Merci, ${writtenForm(term, next).text}, à bientôt.`)
  else paragraphs.splice(2, 0, 'Réf. 2026/11 – tél. 01 99 00 12 34, jean.dupond@example.org')
  const shaped = paragraphs.map((text) => shape(at, text))
  return { text: shaped.join('\n\n'), html: htmlOf(shaped, next), holds: holds ? [one] : [] }
}

/** Half of the comments as typed, the others with accents apart or shouted. */
function shape(at: number, text: string): string {
  const turn = Math.floor(at / languages.length) % 6
  if (turn === 1) return text.normalize('NFD')
  return turn === 2 ? text.toUpperCase() : text
}

function paragraph(at: number, next: () => number): string {
  if (at % 4 === 3) {
    const from = Math.floor(next() * 20)
    return (japanese.slice(from) + japanese).replaceAll('\n', '').repeat(2)
  }
  const words = languages[at % languages.length] ?? []
  return `${Array.from({ length: 62 }, () => pick(words, Math.floor(next() * words.length))).join(' ')}.`
}

function writtenForm(term: Term, next: () => number): Written {
  const forms = formsOf(term)
  return { term, text: pick(forms, Math.floor(next() * forms.length)) }
}

function formsOf({ kind, value }: Term): string[] {
  if (kind === 'name') {
    const [first, family] = value.split(' ')
    return [value, `${family} ${first}`, bare(value), value.normalize('NFD')]
  }
  if (kind !== 'phone') return [value, value.toUpperCase()]
  const [a, ...pairs] = `0${value.slice(3)}`.match(/../g) ?? []
  const abroad = [`+33 ${a?.slice(1)}`, ...pairs].join(' ')
  return [abroad, ...[' ', '.', '-', ''].map((by) => [a, ...pairs].join(by))]
}

/** Paragraphs as a mail program makes them: entities, links, bold words, breaks. */
function htmlOf(paragraphs: readonly string[], next: () => number): string {
  const inside = paragraphs.map((text) => `<p dir="auto">${dressed(text, next)}</p>`).join('<br>\n')
  return `<div class="zd-comment" dir="auto">${inside}<a href="https://www.example.com/aide?a=1&amp;b=2" rel="noreferrer">Aide</a></div>`
}

function dressed(text: string, next: () => number): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('’', '&rsquo;')
  return escaped
    .split(' ')
    .map((word) => (next() < 0.02 ? `<b>${word}</b>` : word))
    .map((word) => (next() < 0.02 ? `&nbsp;${word}` : word))
    .join(' ')
    .replaceAll('é', () => (next() < 0.2 ? '&eacute;' : 'é'))
}

function pick<Item>(list: readonly Item[], at: number): Item {
  const item = list[at]
  if (item === undefined) throw new RangeError(`nothing at ${at}`)
  return item
}
