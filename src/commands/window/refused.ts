import type { Refusal } from '../../flows/index.ts'
import { wordsOf } from '../../views/window/parts.ts'
import { refusalWords, type Words } from '../../words/index.ts'

/** Why a choice cannot be, in words; the detail is a code of ours or a count. */
export const refusedWords = (words: Words, { code, detail }: Refusal): string =>
  refusalWords(words, code, wordsOf(words.window.reason, detail))
