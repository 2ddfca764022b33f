import { BundleMade, type BundleOrder } from '../../records/collected.ts'
import type { Draft } from '../../records/entry.ts'
import { TraceDecision } from '../../records/finds.ts'
import type { Id, Right } from '../../records/primitives.ts'
import { RegisterIncomplete } from '../../records/register.ts'
import type { Built, Request } from '../../records/request.ts'
import { policyInForce } from '../authority.ts'
import type { Hands } from '../hands.ts'
import { load, note } from '../journal.ts'
import { recall, whole } from '../vault.ts'
import { exportsOf } from './hands.ts'

/** Makes the bundle of what was collected. What was cut short is made again, and comes out the same. */
export async function build(request: Request, hands: Hands): Promise<undefined> {
  const order = await orderOf(request, hands)
  const made = await bundle(order, hands)
  if (!made) {
    await note(request, [{ by: 'bot', kind: 'halted', code: 'register-incomplete' }], hands)
    return
  }
  const { commit: on, part } = await whole(`bundle-${request.version}`, made, hands)
  const { digest, counts } = made
  const built: Draft = { by: 'bot', kind: 'built', digest, counts, on }
  await note(request, [built], hands, { vault: new Map([part]) })
}

async function orderOf(request: Request, hands: Hands): Promise<BundleOrder> {
  const { id: owner, number, right, looks, collected } = request
  const on = looks.traces?.decided?.on
  if (!on || !collected) throw new Error(`${number}: nothing is collected`)
  const decision = await recall(owner, on, TraceDecision, hands)
  const { organisation, country, regime } = await policyInForce(hands)
  return {
    owner,
    number,
    made: collected.at,
    account: hands.host,
    organisation: organisation?.name ?? hands.host,
    country,
    regime,
    answer: right === 'access',
    ...howOf(decision, right),
  }
}

/** What the lead has said of the bundle, and what goes without saying. */
const howOf = (
  { profile, lifted = [], answer }: TraceDecision,
  right: Right,
): Pick<BundleOrder, 'profile' | 'lifted' | 'language'> => ({
  profile: profile ?? (right === 'access' ? 'copy' : 'portable'),
  lifted: [...lifted],
  language: answer.language === 'fr' ? 'fr' : 'en',
})

/** The bundle; nothing where the policy's register leaves out what the answer must tell. */
async function bundle(order: BundleOrder, hands: Hands): Promise<BundleMade | undefined> {
  const progress = (done: number, of: number) => hands.progress?.(order.owner, 'bundle', done, of)
  try {
    return await exportsOf(hands).bundle(order, progress)
  } catch (error) {
    if (error instanceof RegisterIncomplete) return undefined
    throw error
  }
}

/** The bundle of a request as it was built, `undefined` where there is none (any more). */
export async function bundleOf(
  id: Id,
  hands: Hands,
): Promise<{ readonly built: Built; readonly made: BundleMade } | undefined> {
  const { built, sealed } = await load(id, hands)
  if (!built || sealed) return undefined
  return { built, made: await recall(id, built.on, BundleMade, hands) }
}
