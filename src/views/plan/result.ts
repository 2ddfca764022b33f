import type { KnownBlock, ModalView } from '@slack/types'
import { countIn, timeIn } from '../../words/format.ts'
import { roleWords } from '../../words/index.ts'
import { header, modal, section } from '../kit.ts'
import type { Sight } from '../sight.ts'
import type { About, Planless, Result } from './model.ts'
import { mention, reasonOf, wordFor } from './saying.ts'

const icons: Readonly<Record<Result['what'], string>> = {
  approved: ':white_check_mark:',
  less: ':white_check_mark:',
  'sent-back': ':leftwards_arrow_with_hook:',
  declined: ':no_entry:',
  held: ':lock:',
}

/** What a word came to, and what happens next. */
export function resultWindow(result: Result, sight: Sight): ModalView {
  const { after } = sight.words.plan
  const said = `${icons[result.what]} *${after[result.what]}*`
  return telling(result, sight, after.title, [said, ...nextOf(result, sight)])
}

function nextOf(result: Result, sight: Sight): string[] {
  const { after } = sight.words.plan
  switch (result.what) {
    case 'sent-back':
    case 'declined':
      return [after.lead(mention(result.opener))]
    case 'held':
      return [after.lifting]
    case 'approved':
    case 'less':
      return [...agreedSoFar(result, sight), ...expiring(result, sight)]
    default:
      return result.what satisfies never
  }
}

function agreedSoFar({ missing, pause, halted }: Result, sight: Sight): string[] {
  const { after } = sight.words.plan
  if (missing.length > 0) {
    const roles = missing.map(({ role, more }) => {
      return `*${roleWords(sight.words, role)}*, ${after.more(countIn(sight.locale, more))}`
    })
    return [after.missing(roles.join('; '))]
  }
  const next = pause ? after.pause(timeIn(sight.locale, sight.tz, pause)) : after.soon
  return [after.met, halted ? after.halted : next]
}

const expiring = ({ missing, expires }: Result, { words, locale, tz }: Sight): string[] =>
  missing.length > 0 && expires ? [words.plan.after.expires(timeIn(locale, tz, expires))] : []

/** What is so where there is no plan to read. */
export function planlessWindow(about: Planless, sight: Sight): ModalView {
  const { over, none, title } = sight.words.plan
  if (about.over) return telling(about, sight, title, [over])
  const { returned, step } = about
  const back = returned
    ? [
        (returned.declined ? none.declined : none.returned)(mention(returned.by)),
        `${reasonOf(sight.words, returned.code)}.`,
      ]
    : []
  return telling(about, sight, title, [
    `*${none.title}*`,
    ...(back.length > 0 ? [back.join(' ')] : []),
    step === undefined ? none.desk : none.lead(wordFor(sight.words.step, step)),
  ])
}

function telling(
  { number, name, id, user }: About,
  sight: Sight,
  title: string,
  lines: readonly string[],
): ModalView {
  const [first = '', ...rest] = lines
  const blocks: KnownBlock[] = [
    header(`${number} · ${name}`),
    section(first),
    ...rest.map((line) => section(line)),
  ]
  return modal(sight, {
    title,
    blocks,
    bound: { deed: 'close-window', request: id, user },
    close: sight.words.door.close,
  })
}
