import type { TraceIndex } from '../../records/finds.ts'
import type { Rule, Webhook } from '../../zendesk/index.ts'
import type { Account } from '../hands.ts'
import type { Places } from './places.ts'

type Told = TraceIndex['rules'][number]
type Condition = Rule['conditions']['all'][number]

/**
 * Rules of the account that would mail or push somewhere what a plan does: triggers look at every
 * update, automations at time that passes after one, webhooks may hear of events by themselves. Which
 * of their other conditions would hold nobody knows before: they are named all the same. Left out is
 * what never fires for our work, or not for a ticket with the policy's `tag`
 * (https://developer.zendesk.com/documentation/ticketing/reference-guides/actions-reference).
 */
export async function rulesThatTell(
  tag: string | undefined,
  places: Places,
  { rules }: Pick<Account, 'rules'>,
): Promise<Told[]> {
  const told: Told[] = []
  const read = async (kind: 'trigger' | 'automation', list: AsyncIterable<Rule>): Promise<void> =>
    await places.read('rules', async () => {
      const before = told.length
      for await (const rule of list) {
        if (rule.active && mayFire(rule, tag)) told.push(...entriesFor(rule, kind))
      }
      return told.length - before
    })
  await read('trigger', rules.triggers())
  await read('automation', rules.automations())
  await places.read('webhooks', async () => {
    const before = told.length
    for await (const hook of rules.webhooks()) if (hears(hook)) told.push(pushing(hook))
    return told.length - before
  })
  return told
}

const mails = /^notification_(?:user|group|sms|messaging)|^side_conversation/
const pushes = /^notification_(?:webhook|target|zis)/

function entriesFor(rule: Rule, kind: Told['kind']): Told[] {
  const { id, title, actions } = rule
  const needs = needsComment(rule) ? ({ needs: 'comment' } as const) : {}
  const does = (isSo: boolean, what: Told['does']): Told[] =>
    isSo ? [{ id, kind, title, does: what, ...needs }] : []
  return [
    ...does(
      actions.some(({ field }) => mails.test(field)),
      'mail',
    ),
    ...does(
      actions.some(({ field }) => pushes.test(field)),
      'push',
    ),
  ]
}

/** A redaction or another change writes no comment: of all that we do, only the answer does. */
function needsComment({ conditions: { all, any } }: Rule): boolean {
  return all.some(asks) || (any.length > 0 && any.every(asks))
}

const asks = ({ field }: Condition): boolean => field === 'comment_is_public'

/** Those among the rules that what is done can fire: `writes`, where somebody is answered. */
export const rulesFiredBy = (rules: readonly Told[], { writes }: { writes: boolean }): Told[] =>
  rules.filter(({ needs }) => needs === undefined || writes)

function mayFire({ conditions: { all, any } }: Rule, tag: string | undefined): boolean {
  const can = (condition: Condition): boolean => !isImpossible(condition, tag)
  return all.every(can) && (any.length === 0 || any.some(can))
}

/** Nothing of ours creates a ticket, and with the policy's tag the tag is on it. */
function isImpossible({ field, operator, value }: Condition, tag: string | undefined): boolean {
  if (field === 'update_type') return String(value).toLowerCase() === 'create'
  if (tag === undefined || field !== 'current_tags') return false
  const tags = (Array.isArray(value) ? value.map(String) : String(value).split(/\s+/)).filter(
    Boolean,
  )
  return operator === 'not_includes' && tags.includes(tag)
}

/** What happens to tickets and users is pushed to it without any rule. */
const hears = ({ active, subscriptions }: Webhook): boolean =>
  active && subscriptions.some((one) => /(?:ticket|user)s?[.:]/.test(one))

const pushing = ({ id, title }: Webhook): Told => ({ id, kind: 'webhook', title, does: 'push' })
