import type { KnownBlock, ModalView } from '@slack/types'
import { countIn, dueIn } from '../../words/format.ts'
import type { Words } from '../../words/index.ts'
import type { Bound } from '../deed-id.ts'
import { button, context, divider, header, limits, modal, plain, section } from '../kit.ts'
import type { Sight } from '../sight.ts'
import { agreement, answering, deedsOf } from './agreement.ts'
import { idsIn, lineOf } from './lines.ts'
import { type PlanGroup, type PlanModel, planGroups } from './model.ts'
import { whoItIs } from './person.ts'
import { many, mention, oneLine, whyOf, wordFor } from './saying.ts'

/**
 * The approver's window: the exact plan, by groups, each of which opens to its last operation. Who
 * cannot approve it reads why, and finds nothing to press.
 */
export function planWindow(model: PlanModel, sight: Sight): ModalView {
  const { plan } = sight.words
  const can = model.cannot === undefined
  const bound = { ...boundOf(model), deed: can ? 'approve' : 'read-plan' } as const
  return modal(sight, {
    title: plan.title,
    blocks: [
      ...(model.notice ? [section(model.notice), divider] : []),
      ...head(model, sight),
      ...rulesOf(model, sight),
      ...happens(model, sight),
      ...stays(model, sight),
      ...heeds(model, sight),
      ...agreement(model, sight),
      ...deedsOf(model, sight),
      ...(can ? answering(model, sight) : []),
    ],
    bound,
    close: sight.words.door.close,
    ...(can ? { submit: plan.submit } : {}),
  })
}

const boundOf = ({ id, digest, user }: PlanModel): Omit<Bound, 'deed'> => ({
  request: id,
  on: digest,
  user,
})

function head(model: PlanModel, sight: Sight): KnownBlock[] {
  const { plan } = sight.words
  const { right, head: says, ground } = plan
  const due = says.due(dueIn(sight.locale, model.due))
  const facts = [due, says.opener(mention(model.opener)), says.digest(model.digest.slice(0, 12))]
  return [
    header(`${model.number} · ${model.name}`),
    section(`*${right[model.right]}*\n${wordFor(ground, model.ground)}`),
    context(facts.join(' · ')),
    ...whoItIs(model, sight),
  ]
}

/** So many rules are named at once. */
const rulesShown = 10

/** What leaves the account by itself when the plan is carried out: said before anything else. */
function rulesOf({ rules = [] }: PlanModel, sight: Sight): KnownBlock[] {
  if (rules.length === 0) return []
  const { rule } = sight.words.plan
  const named = rules.slice(0, rulesShown).map(({ kind, does, title }) => {
    return `• ${rule[kind]} “${oneLine(title)}”: ${rule[does]}`
  })
  const more = rules.length - rulesShown
  const last = more > 0 ? [many(sight, more, rule.more)] : []
  return [
    section(`:warning: *${rule.title}*`),
    { type: 'section', text: plain([...named, ...last].join('\n'), limits.section) },
    context(rule.way),
  ]
}

function happens(model: PlanModel, sight: Sight): KnownBlock[] {
  const { will } = sight.words.plan
  const groups = planGroups.filter(
    (group): group is Exclude<PlanGroup, 'kept'> => group !== 'kept' && model.groups.has(group),
  )
  const going = model.toGo > 0 ? many(sight, model.toGo, will.sum) : will.none
  const { redactions = 0 } = model
  const sum = redactions > 0 ? `${going} ${many(sight, redactions, will.redactions)}` : going
  return [
    header(will.title),
    section(groups.length > 0 ? sum : will.nothing),
    ...groups.map((group, i) => {
      const line = lineOf(group, model.groups.get(group) ?? [], model, sight)
      return section(`${i + 1}. ${line}`, seeButton(group, model, sight))
    }),
  ]
}

const seeButton = (group: PlanGroup, model: PlanModel, sight: Sight) =>
  button(
    sight,
    sight.words.plan.will.see,
    { ...boundOf(model), deed: 'see-plan', item: group, page: 1 },
    { mark: group },
  )

function stays(model: PlanModel, sight: Sight): KnownBlock[] {
  const { stays: says, group } = sight.words.plan
  const kept = model.groups.get('kept') ?? []
  const codes = [...new Set(kept.map(({ code }) => code))]
  const reasons = codes.map((code) => {
    const count = countIn(sight.locale, idsIn(kept.filter((unit) => unit.code === code)))
    return `• ${count} – ${whyOf(sight.words, code)}`
  })
  const listed = [many(sight, kept.length, group.kept), ...reasons].join('\n')
  return [
    header(says.title),
    kept.length > 0 ? section(listed, seeButton('kept', model, sight)) : section(says.nothing),
    context(says.design),
  ]
}

function heeds(model: PlanModel, sight: Sight): KnownBlock[] {
  const { heed } = sight.words.plan
  const said = [...standsHow(model, heed), ...unseen(model, sight)]
  if (said.length === 0) return []
  return [section([`*${heed.title}*`, ...said.map((one) => `• ${one}`)].join('\n'))]
}

const standsHow = (model: PlanModel, heed: Words['plan']['heed']): string[] => {
  const { halted, lapsed, rehearsal, byHand, groups, staff = 0 } = model
  const kept = groups.get('kept') ?? []
  const said: readonly (readonly [unknown, string])[] = [
    [halted, heed.halted(halted ?? '')],
    [lapsed, heed.lapsed(lapsed ?? '')],
    [rehearsal, heed.rehearsal],
    [byHand, heed.byHand],
    [staff > 0, heed.staff],
    [kept.some(({ what }) => what === 'user'), heed.users],
    [kept.some(({ code }) => code === 'waits-for-closing'), heed.waits],
    [kept.some(({ code }) => code === 'voice-comment'), heed.voice],
  ]
  return said.flatMap(([is, words]) => (is ? [words] : []))
}

/** What nobody has looked into, as far as the plan knows. */
function unseen({ groups }: PlanModel, sight: Sight): string[] {
  const { heed } = sight.words.plan
  const kept = groups.get('kept') ?? []
  const unopened = idsIn(kept.filter(({ code }) => code === 'files-not-opened'))
  const falling = [...groups.values()].flat().some((u) => u.files + u.recordings > 0 && u.final)
  return [
    ...(unopened > 0 ? [many(sight, unopened, heed.files)] : []),
    ...(falling ? [heed.unseen] : []),
  ]
}
