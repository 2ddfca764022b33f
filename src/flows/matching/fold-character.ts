/** Letters that Unicode doesn't decompose, and punctuation that people and programs mix up. */
const same = new Map<string, string>([
  ...pairs('ßss æae œoe þth ŋng'),
  ...pairs('øo łl đd ðd ħh ıi ŧt ςσ'),
  ...['’', '‘', '‛', 'ʼ', 'ʹ', '′', '`', '´', 'ˊ', 'ˋ', '＇'].map((mark) => [mark, "'"] as const),
  ...['‐', '‑', '‒', '–', '—', '―', '−', '⁃', '﹘', '﹣', '－'].map((dash) => [dash, '-'] as const),
  // The Arabic stroke that only stretches a word.
  ['ـ', ''],
  ...['“', '”', '„', '«', '»'].map((quote) => [quote, '"'] as const),
])

const invisible = /^[\p{Cf}\p{Default_Ignorable_Code_Point}]$/u
const space = /^[\s\u0085]$/u
const decimal = /^\p{Nd}$/u

/** Marks that sit on a letter; Indic vowel signs and the dots of kana make other letters. */
const accent =
  /(?!\u3099|\u309a)(?=\p{Mn})[\p{Script=Inherited}\p{Script=Hebrew}\p{Script=Arabic}]/gu

const known = new Map<number, string>()

/**
 * What a code point is compared as: lower case, without accents, ligatures and width variants
 * undone, digits of any script as 0-9, any white space as one space. Empty for what nobody sees.
 */
export function foldCharacter(codePoint: number): string {
  const found = known.get(codePoint)
  if (found !== undefined) return found
  const folded = fold(String.fromCodePoint(codePoint))
  known.set(codePoint, folded)
  return folded
}

function fold(character: string): string {
  if (invisible.test(character)) return ''
  if (space.test(character)) return ' '
  const equal = same.get(character)
  if (equal !== undefined) return equal
  const plain = character.normalize('NFKD').toLowerCase().normalize('NFKD').replace(accent, '')
  return Array.from(plain, letter).join('')
}

function letter(character: string): string {
  if (space.test(character)) return ' '
  if (decimal.test(character)) return digit(character)
  return same.get(character) ?? character
}

/** Decimal digits come in runs of ten, zero first, in every script. */
function digit(character: string): string {
  const code = character.codePointAt(0) ?? 0
  let value = 0
  while (value < 9 && decimal.test(String.fromCodePoint(code - value - 1))) value += 1
  return String(value)
}

function pairs(list: string): [string, string][] {
  return list.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)])
}
