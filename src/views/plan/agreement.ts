import type { InputBlock, KnownBlock } from '@slack/types'
import { countIn, timeIn } from '../../words/format.ts'
import { roleWords } from '../../words/index.ts'
import type { Bound } from '../deed-id.ts'
import { actions, button, confirmation, context, divider, limits, plain, section } from '../kit.ts'
import type { Sight } from '../sight.ts'
import type { PlanModel, Unit, Voice } from './model.ts'
import { mention } from './saying.ts'

/** Who must agree, who has, and why this member cannot where he cannot. */
export function agreement(model: PlanModel, sight: Sight): KnownBlock[] {
  const { agree } = sight.words.plan
  const when = model.until ? [agree.until(timeIn(sight.locale, sight.tz, model.until))] : []
  const lasts = agree.lasts(countIn(sight.locale, model.lastsHours))
  return [
    divider,
    section(
      [`*${agree.title}*`, ...model.voices.map((voice) => voiceLine(voice, sight))].join('\n'),
    ),
    context([...when, lasts].join(' ')),
    ...(model.cannot === undefined ? [] : [section(`:lock: ${model.cannot}`)]),
  ]
}

/** So many names fit beside a role. */
const namesShown = 12

function voiceLine({ role, of, said }: Voice, { words, locale }: Sight): string {
  const { agree } = words.plan
  const part = agree.of(`${countIn(locale, said.length)} / ${countIn(locale, of)}`)
  const names = said.slice(0, namesShown).map(mention).join(', ')
  return `• ${agree.role(roleWords(words, role))} ${part}${names === '' ? '' : ` (${names})`}`
}

/** What he may do instead of approving all of it. */
export function deedsOf(model: PlanModel, sight: Sight): KnownBlock[] {
  const { button: says, hold } = sight.words.plan
  const about = (deed: Bound['deed']): Bound => ({
    deed,
    request: model.id,
    on: model.digest,
    user: model.user,
    ...(model.root === undefined ? {} : { item: model.root }),
  })
  const buttons = [
    ...(model.may.less && isLoose(model) ? [button(sight, says.less, about('less'))] : []),
    ...(model.may.turnBack ? [button(sight, says['turn-back'], about('turn-back'))] : []),
    ...(model.may.hold
      ? [
          button(sight, says.hold, about('hold'), {
            style: 'danger',
            confirm: confirmation({ ...hold, style: 'danger' }),
          }),
        ]
      : []),
  ]
  return buttons.length > 0 ? [actions(...buttons)] : []
}

const isLoose = ({ groups }: PlanModel): boolean =>
  [...groups.values()].some((units: readonly Unit[]) => units.some(({ loose }) => loose))

/** The number that shows that he has read it. A plan that deletes no ticket asks for none. */
export function answering({ toGo, digest }: PlanModel, { words }: Sight): KnownBlock[] {
  const { label, hint } = words.plan.count
  return toGo > 0 ? [countField(digest, label, hint)] : []
}

/** A field for a number. What was typed for one plan is not taken over to the next. */
export const countField = (digest: string, label: string, hint: string): InputBlock => ({
  type: 'input',
  block_id: `count-${digest.slice(0, 12)}`,
  label: plain(label, limits.label),
  hint: plain(hint, limits.label),
  element: { type: 'plain_text_input', action_id: 'count', max_length: 12 },
})
