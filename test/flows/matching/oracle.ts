import type { Term } from '../../../src/flows/matching/index.ts'

/**
 * The same rules written the slow and obvious way: every slice of the text is normalised and
 * compared. Only for short texts and for terms that neither fold to two spellings nor are written
 * without spaces.
 */
export function oracle(text: string, term: Term): string[] {
  let hidden = text
  const places: [number, number][] = []
  // What is only blocked by a hit counts once that hit is out of sight.
  for (let news = inSight(hidden, term); news.length > 0; news = inSight(hidden, term)) {
    places.push(...news)
    for (const [start, end] of news) {
      hidden = hidden.slice(0, start) + '▇'.repeat(end - start) + hidden.slice(end)
    }
  }
  return places.toSorted(([a], [b]) => a - b).map(([start, end]) => text.slice(start, end))
}

function inSight(text: string, { kind, value }: Term): [number, number][] {
  const places: [number, number][] = []
  for (let start = 0; start < text.length; start += 1) {
    // The longest slice first: an accent written apart belongs to the letter before it.
    for (let end = text.length; end > start; end -= 1) {
      if (!isWhole(text, start, end) || !isHit(kind, value, text, start, end)) continue
      places.push([start, end])
      break
    }
  }
  return places.filter(
    ([start, end]) => !places.some(([s, e]) => (s < start && e >= end) || (s === start && e > end)),
  )
}

function isHit(kind: string, value: string, text: string, start: number, end: number): boolean {
  const slice = text.slice(start, end)
  if (kind === 'phone') return isPhone(slice, text.slice(0, start), text.slice(end))
  const words = kind === 'name'
  const wanted = words ? turns(plain(value)) : [plain(value).replace(/^@/, '')]
  const form = words ? plain(slice).replace(/[ \-',.;/|_()·"+*]+/g, ' ') : plain(slice)
  if (!wanted.includes(form)) return false
  const after = plain(text.slice(end))
  const genitive = words && /^s(?![\p{L}\p{N}])/u.test(after)
  return !/[\p{L}\p{N}]$/u.test(plain(text.slice(0, start))) && (genitive || !clings(after))
}

function clings(after: string): boolean {
  return /^[\p{L}\p{N}]/u.test(after)
}

/** +33612345678 in full, in digits, with what may stand between them. */
function isPhone(slice: string, before: string, after: string): boolean {
  const own = plain(slice)
  const full =
    /^[+]?(?:(?:00|011)?33 ?[ \-./()'·]{0,4}0?|0)[ \-./()'·]{0,4}6(?:[ \-./()'·]{0,4}\d){8}$/
  const bare = /^6(?:[ \-./()'·]{0,4}\d){8}$/
  const right = own.replace(/\D/g, '').endsWith('612345678')
  const left = plain(before)
  const rest = plain(after)
  if (right && full.test(own)) return !/\d$/.test(left) && !/^\d/.test(rest)
  const apart = !/\d[ \-./()'·]{0,4}$/.test(left) && !/^[ \-./()'·]{0,4}\d/.test(rest)
  return right && bare.test(own) && apart
}

function turns(name: string): string[] {
  const words = name.split(/[ ,]+/)
  return words.map((_, at) =>
    [...words.slice(at), ...words.slice(0, at)].join(' ').replace(/-/g, ' '),
  )
}

/** A slice that cuts neither a character from its accents nor a surrogate pair, nor starts bare. */
function isWhole(text: string, start: number, end: number): boolean {
  const edge = (at: number): boolean => /^[\p{M}\p{Cf}\udc00-\udfff]/u.test(text.slice(at))
  return !edge(start) && (end === text.length || !edge(end))
}

function plain(text: string): string {
  return text
    .replace(/[’ʼ]/g, "'")
    .replace(/[‐‑–—]/g, '-')
    .replace(/\p{Cf}/gu, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
}
