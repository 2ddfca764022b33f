/** Why a request stands still. */
export const halt = {
  stopped: 'Stopped by a member.',
  'legal-hold': 'A legal hold stands on something in the plan. Nothing more is sent.',
  credentials:
    'Zendesk no longer accepts our credentials. Renew them and let the request go on; nothing was lost.',
  'unreadable-answer':
    'Zendesk answered in a way we cannot read. Nothing more is sent until somebody has looked.',
  'vault-altered':
    'What lies in the vault is not what was approved. Nothing is sent. Restore the folder.',
  'job-stuck': 'A job of Zendesk’s does not end. Let the request go on to look again.',
  'outcome-unknown':
    'What a call did cannot be found out yet. Let the request go on to look again.',
  'not-getting-through': 'The same call has failed many times. Somebody must look at the account.',
  rehearsal:
    'This desk only rehearses: nothing is written to Zendesk. Set REHEARSAL=off, start again and let the request go on.',
  'register-incomplete':
    'The policy’s purpose register says nothing of something that is held about the person: add it to `register` in the policy (article 15(1) of the GDPR), then let the request go on.',
  'staff-needs-admin':
    'Among the people is a member of staff. Only an administrator’s credentials can delete staff, and ours are not: give the desk an administrator’s, then let the request go on. The owner of the account can never be deleted: hand the ownership over first.',
  'zendesk-refused':
    'Zendesk refused a call that the request cannot do without. Somebody must look at the account, then let the request go on.',
  'zendesk-403':
    'Zendesk does not let our credentials read something that the request cannot do without. Check their role and their scopes (read write), then let the request go on; nothing was lost.',
  'unused-link':
    'The person has not yet fetched an export that is ready for them. Erasing them closes its link. Let the request go on if they shall be erased all the same.',
  'person-erased':
    'The person was erased meanwhile: the bundle and its links are gone. End this request.',
  'no-public-address':
    'This desk has no address that a person can reach: set PUBLIC_URL, start again and let the request go on.',
  'no-flow': 'This right cannot be carried out by this version yet.',
} as const
