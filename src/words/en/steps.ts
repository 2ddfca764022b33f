/** The steps of a flow. */
export const step = {
  'find-people': 'Look for the person',
  'confirm-people': 'Confirm who the person is',
  'find-traces': 'Look for every trace',
  'decide-traces': 'Decide what happens to each trace',
  plan: 'Write the plan',
  approve: 'Approve the exact plan',
  rehearse: 'Rehearse without writing',
  pause: 'Pause, in which Stop still saves everything',
  tickets: 'Redact and delete tickets',
  answer: 'Answer the person',
  'hand-over': 'Hand the answer over',
  'answer-leaves': 'Let the answer leave',
  'own-ticket': 'Delete the request’s own ticket',
  user: 'Delete the user, then for good',
  prove: 'Prove the result',
  close: 'Close',
  seal: 'Forget the person',
} as const

/** The effects that a plan can have. */
export const operation = {
  'comment.redact': 'black out passages in a comment',
  'comment.redact-text': 'black out a text in a comment',
  'ticket.edit': 'take the person out of a ticket’s subject or fields',
  'ticket.delete': 'delete a ticket',
  'ticket.purge': 'delete it for good',
  'ticket.close': 'close a ticket',
  'suspended.delete': 'delete a suspended message',
  'answer.send': 'answer the person',
  'user.delete': 'delete the user',
  'user.purge': 'delete the user for good',
} as const
