import { BundleMade } from '../../records/collected.ts'
import type { Draft } from '../../records/entry.ts'
import { TraceDecision } from '../../records/finds.ts'
import type { Id } from '../../records/primitives.ts'
import type { Built, Request } from '../../records/request.ts'
import { policyInForce } from '../authority.ts'
import type { Hands } from '../hands.ts'
import { load, note } from '../journal.ts'
import { recall, whole } from '../vault.ts'
import { exportsOf } from './hands.ts'

/** Makes the bundle of what was collected. What was cut short is made again, and comes out the same. */
export async function build(request: Request, hands: Hands): Promise<undefined> {
  const { looks, collected } = request
  if (!looks.traces?.decided || !collected)
    throw new Error(`${request.number}: nothing is collected`)
  const decision = await recall(request.id, looks.traces.decided.on, TraceDecision, hands)
  const { organisation, country, regime } = await policyInForce(hands)
  const isAccess = request.right === 'access'
  const made = await exportsOf(hands).bundle(
    {
      owner: request.id,
      number: request.number,
      made: collected.at,
      account: hands.host,
      organisation: organisation?.name ?? hands.host,
      country,
      profile: decision.profile ?? (isAccess ? 'copy' : 'portable'),
      language: decision.answer.language === 'fr' ? 'fr' : 'en',
      regime,
      lifted: [...(decision.lifted ?? [])],
      answer: isAccess,
    },
    (done, of) => hands.progress?.(request.id, 'bundle', done, of),
  )
  const { commit: on, part } = await whole(`bundle-${request.version}`, made, hands)
  const { digest, counts } = made
  const built: Draft = { by: 'bot', kind: 'built', digest, counts, on }
  await note(request, [built], hands, { vault: new Map([part]) })
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
