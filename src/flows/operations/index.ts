import type { OperationKind } from '../../records/plan.ts'
import { answerSend } from './answer-send.ts'
import { attachmentRedact } from './attachment-redact.ts'
import { chatFileRedact, chatRedact } from './chat-redact.ts'
import { commentRedact } from './comment-redact.ts'
import { commentRedactText } from './comment-redact-text.ts'
import { identityDelete } from './identity-delete.ts'
import type { Kind } from './kind.ts'
import { linkMake } from './link-make.ts'
import { recordingDelete } from './recording-delete.ts'
import { suspendedDelete } from './suspended-delete.ts'
import { ticketClose } from './ticket-close.ts'
import { ticketDelete } from './ticket-delete.ts'
import { ticketEdit } from './ticket-edit.ts'
import { ticketPurge } from './ticket-purge.ts'
import { ticketTag } from './ticket-tag.ts'
import { userDelete } from './user-delete.ts'
import { userPurge } from './user-purge.ts'

/** Every kind of effect. One that a plan could name and nobody can make does not compile. */
export const kinds: Readonly<Record<OperationKind, Kind>> = {
  'ticket.tag': ticketTag,
  'recording.delete': recordingDelete,
  'attachment.redact': attachmentRedact,
  'chat.redact': chatRedact,
  'chat-file.redact': chatFileRedact,
  'comment.redact': commentRedact,
  'comment.redact-text': commentRedactText,
  'ticket.edit': ticketEdit,
  'ticket.delete': ticketDelete,
  'ticket.purge': ticketPurge,
  'ticket.close': ticketClose,
  'suspended.delete': suspendedDelete,
  'answer.send': answerSend,
  'identity.delete': identityDelete,
  'user.delete': userDelete,
  'user.purge': userPurge,
  'link.make': linkMake,
}
