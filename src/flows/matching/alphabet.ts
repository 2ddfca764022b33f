const wordLike = /[\p{L}\p{N}\p{M}]/u
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u

const WORD = 1
const UNSPACED = 2
const KNOWN = 4

const kinds = new Uint8Array(0x10000)

/** Letters, digits and marks. Half a surrogate pair is none of them. */
export function isWord(code: number | undefined): boolean {
  return code !== undefined && (kindOf(code) & WORD) !== 0
}

/** Letters of scripts that write words without spaces: there a name needs no word boundary. */
export function isUnspaced(code: number | undefined): boolean {
  return code !== undefined && (kindOf(code) & UNSPACED) !== 0
}

/** Folded digits: every script's digits are 0-9 by then. */
export function isDigit(code: number | undefined): boolean {
  return code !== undefined && code >= 48 && code <= 57
}

function kindOf(code: number): number {
  const seen = kinds[code] ?? 0
  if (seen !== 0) return seen
  const character = String.fromCharCode(code)
  const kind =
    KNOWN + (wordLike.test(character) ? WORD : 0) + (unspaced.test(character) ? UNSPACED : 0)
  kinds[code] = kind
  return kind
}
