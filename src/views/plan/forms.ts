import type { InputBlock, ModalView } from '@slack/types'
import type { Words } from '../../words/index.ts'
import type { Bound } from '../deed-id.ts'
import { limits, modal, option, plain, section } from '../kit.ts'
import type { Sight } from '../sight.ts'
import { countField } from './agreement.ts'
import { goingIn } from './lines.ts'
import type { Groups, PlanModel, Unit } from './model.ts'
import { many, reasonOf, reasons } from './saying.ts'

/** What a form over the plan is bound to, with the plan's own window below it. */
type Over = Pick<PlanModel, 'id' | 'digest' | 'user' | 'root'>

const over = (deed: Bound['deed'], { id, digest, user, root }: Over): Bound => ({
  deed,
  request: id,
  on: digest,
  user,
  ...(root === undefined ? {} : { item: root }),
})

/** What to leave out, and how many tickets go all the same. */
export function lessForm(model: PlanModel, sight: Sight): ModalView {
  const { less } = sight.words.plan
  const toGo = many(sight, model.toGo, less.now)
  return modal(sight, {
    title: less.title,
    blocks: [
      section(less.intro),
      section(less.cannot),
      leaveOutField(model.digest, sight.words),
      ...(model.toGo > 0 ? [section(toGo), countField(model.digest, less.label, less.hint)] : []),
    ],
    bound: over('approve-less', model),
    submit: less.submit,
    close: sight.words.door.close,
  })
}

const leaveOutField = (digest: string, { plan }: Words): InputBlock => ({
  type: 'input',
  block_id: `leave-out-${digest.slice(0, 12)}`,
  label: plain(plan.less.menu, limits.label),
  hint: plain(plan.less.menuHint, limits.label),
  element: {
    type: 'multi_external_select',
    action_id: 'leave-out',
    min_query_length: 0,
    placeholder: plain(plan.less.choose, limits.placeholder),
  },
})

/** Slack takes so many options at once. */
const mostOptions = 100

const looseGroups = ['tickets', 'recordings', 'passages', 'files', 'texts', 'mails'] as const

/** What can be left out and matches what was typed, alike ones together. The value is an operation's number. */
export function leaveOutOptions(
  groups: Groups,
  typed: string,
  sight: Sight,
): { text: string; value: string }[] {
  const wanted = typed.trim().toLocaleLowerCase(sight.locale)
  const found: { text: string; value: string }[] = []
  for (const group of looseGroups) {
    for (const unit of groups.get(group) ?? []) {
      const text = `${unit.what === 'mail' ? '' : '#'}${unit.id} · ${toldOf(group, unit, sight)}`
      const isFound = unit.loose && text.toLocaleLowerCase(sight.locale).includes(wanted)
      if (isFound) found.push({ text, value: String(unit.n[0]) })
      if (found.length === mostOptions) return found
    }
  }
  return found
}

function toldOf(group: (typeof looseGroups)[number], unit: Unit, sight: Sight): string {
  const { option: says } = sight.words.plan.less
  if (group !== 'passages') return [says[group], ...(unit.names ?? [])].join(', ')
  const what = many(sight, goingIn([unit]), says.passages)
  return unit.part ? `${what}, ${says.comment(unit.part)}` : what
}

/** No, in one of two ways, with a reason from a list: nothing is typed, so nothing personal is said. */
export function turnBackForm(about: Over, sight: Sight): ModalView {
  const { back } = sight.words.plan
  return modal(sight, {
    title: back.title,
    blocks: [howField(sight.words), reasonField(sight.words)],
    bound: over('say-back', about),
    submit: back.submit,
    close: sight.words.door.close,
  })
}

function howField({ plan: { back } }: Words): InputBlock {
  const sentBack = option(back['sent-back'], 'sent-back', back['sent-back-means'])
  return {
    type: 'input',
    label: plain(back.how, limits.label),
    element: {
      type: 'radio_buttons',
      action_id: 'how',
      initial_option: sentBack,
      options: [sentBack, option(back.declined, 'declined', back['declined-means'])],
    },
  }
}

const reasonField = (words: Words): InputBlock => ({
  type: 'input',
  label: plain(words.plan.back.reason, limits.label),
  hint: plain(words.plan.back.reasonHint, limits.label),
  element: {
    type: 'static_select',
    action_id: 'reason',
    placeholder: plain(words.plan.back.choose, limits.placeholder),
    options: reasons.map((code) => option(capital(reasonOf(words, code)), code)),
  },
})

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
