import { breather } from '../../records/breather.ts'
import type { SuspendedFind } from '../../records/finds.ts'
import { isExport, proposeGivingMail } from '../export/propose.ts'
import type { Account } from '../hands.ts'
import { mailCarriedOver } from './carry-over.ts'
import type { Finding } from './finding.ts'
import { newSender } from './new-identifiers.ts'
import { isCertain, proposeSuspended } from './propose.ts'
import type { ProposedTerms } from './proposed-terms.ts'
import { inSuspended } from './scan.ts'

/** The mails that Zendesk holds back and that speak of the person. Nothing searches these. */
export async function heldBack(
  { round, held, earlier, places }: Finding,
  terms: ProposedTerms,
  { suspended }: Pick<Account, 'suspended'>,
): Promise<SuspendedFind[]> {
  const found: SuspendedFind[] = []
  const breathe = breather()
  await places.read('suspended', async () => {
    for await (const mail of suspended.list()) {
      await breathe()
      const passages = inSuspended(mail, round.matcher)
      if (passages.length === 0) continue
      if (passages.some(isCertain)) {
        for (const one of newSender(mail, round)) terms.propose({ ...one, ticket: mail.id })
      }
      const find = { id: mail.id, passages }
      const proposal = isExport(round.right)
        ? proposeGivingMail(find)
        : (mailCarriedOver(mail.id, earlier, held) ?? proposeSuspended(find, held))
      found.push({ ...find, proposal })
    }
    return found.length
  })
  return found
}
