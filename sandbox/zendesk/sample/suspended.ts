import { stamp } from '../account/account.ts'
import type { Attachment } from '../account/records.ts'
import type { Seeding } from '../account/store.ts'
import { absent } from './case-people.ts'
import { camille, suspendedTicket } from './people.ts'

const day = 86_400_000

const messages = [
  {
    id: suspendedTicket,
    name: 'Camille Lefèvre',
    email: camille.second,
    subject: 'Re: Remboursement en attente',
    cause: 'Detected as spam',
    cause_id: 0,
    days: 6,
    content:
      'Bonjour, toujours rien sur mon compte. Pouvez-vous vérifier ?\nCamille Lefèvre, 06 39 98 12 34',
  },
  {
    id: 9_417_203_551_360,
    name: 'Mail Delivery System',
    email: 'mailer-daemon@example.net',
    subject: 'Undelivered Mail Returned to Sender',
    cause: 'Automated response email, delivery failed',
    cause_id: 18,
    days: 3,
    content:
      'This is the mail system. I am sorry to have to inform you that your message could not be delivered.',
  },
  {
    id: 9_417_203_551_488,
    name: 'Best Watches',
    email: 'offers@example.org',
    subject: 'You are a winner',
    cause: 'Detected as spam',
    cause_id: 0,
    days: 2,
    content: 'Claim your watch today.',
  },
  {
    id: 9_417_203_551_616,
    name: 'Rick Dalloway',
    email: 'rick.dalloway@example.net',
    subject: 'You will read this',
    cause: 'Sender is suspended',
    cause_id: 7,
    days: 1,
    content: 'You cannot keep me out.',
  },
  {
    id: absent.suspended,
    name: absent.name,
    email: absent.email,
    subject: 'Stage de ski de randonnée',
    cause: 'Detected as spam',
    cause_id: 0,
    days: 4,
    content: `Bonjour, reste-t-il une place ?\n${absent.name}, ${absent.phone}`,
  },
] as const

/** Messages that were not let in: one from Camille's second address, one with a file, one of somebody without a user. */
export function putSuspended(store: Seeding, now: number): void {
  for (const { id, name, email, subject, content, cause, cause_id, days } of messages) {
    const at = stamp(now - days * day)
    const to = { address: 'support@nordlys.example.com', name: 'Nordlys Outfitters' }
    const via = { channel: 'email', source: { from: { address: email, name }, to, rel: null } }
    store.put('suspended', {
      id,
      author: { id: null, name, email },
      subject,
      content,
      cause,
      cause_id,
      message_id: `<${id}@mail.example.com>`,
      ticket_id: null,
      recipient: to.address,
      created_at: at,
      updated_at: at,
      via,
    })
  }
  store.put('attachments', returned)
}

const returned: Attachment = {
  id: 9_417_203_551_361,
  comment_id: 9_417_203_551_360,
  file_name: 'returned.eml',
  token: 'nordlys-returned-message-0001',
  content_type: 'message/rfc822',
  content: Buffer.from('Subject: Returned\n').toString('base64'),
  size: 18,
  width: null,
  height: null,
  inline: false,
  redacted: false,
}
