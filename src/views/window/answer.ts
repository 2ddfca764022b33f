import type { InputBlock, ModalView } from '@slack/types'
import type { TraceDecision, TraceIndex } from '../../records/finds.ts'
import { clip, context, limits, modal, option, section } from '../kit.ts'
import type { Sight } from '../sight.ts'
import type { Listed } from './pages.ts'
import { field, verbatim, wordsOf } from './parts.ts'

/** The answer as it stands, and what can be made of it. */
export type Answering = Omit<Listed, 'item'> & {
  readonly proposed: TraceIndex['answer']
  readonly answer: TraceDecision['answer']
  /** What the person would read. */
  readonly preview: string
  /** The languages that there is a text in. */
  readonly languages: readonly string[]
}

/** How the answer reaches the person, in which language, and in whose words. */
export function answerView(sight: Sight, answering: Answering): ModalView {
  const { request, user, seen, proposed } = answering
  const words = sight.words.window.answer
  return modal(sight, {
    title: words.title,
    bound: { deed: 'set-answer', request, on: seen, user },
    submit: words.submit,
    close: words.close,
    blocks: [
      howField(sight, answering),
      context(wordsOf(words.why, proposed.code)),
      languageField(sight, answering),
      textField(sight, answering),
      section(`*${words.preview}*`),
      verbatim(answering.preview),
    ],
  })
}

function howField(sight: Sight, { proposed, answer }: Answering): InputBlock {
  const words = sight.words.window.answer
  const hows = proposed.how === 'reply' ? (['reply', 'by-hand'] as const) : (['by-hand'] as const)
  const options = hows.map((one) => option(words[one], one))
  return field(
    words.how,
    { type: 'radio_buttons', action_id: 'how', options, ...initial(options, answer.how) },
    { block: 'how' },
  )
}

function languageField(sight: Sight, { answer, languages }: Answering): InputBlock {
  const words = sight.words.window.answer
  const options = [...new Set([answer.language, ...languages])].map((one) =>
    option(wordsOf(words.languages, one), one),
  )
  const chosen = initial(options, answer.language)
  return field(
    words.language,
    { type: 'static_select', action_id: 'language', options, ...chosen },
    { block: 'language' },
  )
}

function textField(sight: Sight, { answer }: Answering): InputBlock {
  const words = sight.words.window.answer
  return field(
    words.text,
    {
      type: 'plain_text_input',
      action_id: 'text',
      multiline: true,
      max_length: limits.section,
      ...(answer.text ? { initial_value: clip(answer.text, limits.section) } : {}),
    },
    { block: 'text', optional: true, hint: words['text-hint'] },
  )
}

function initial<T extends { readonly value?: string }>(
  options: readonly T[],
  value: string,
): { initial_option?: T } {
  const found = options.find((one) => one.value === value)
  return found ? { initial_option: found } : {}
}
