/** What the approver's window points out before anything is agreed to. */
export const planHeed = {
  rule: {
    title: 'Rules of the account that would send something when this is done',
    trigger: 'Trigger',
    automation: 'Automation',
    webhook: 'Webhook',
    mail: 'it mails somebody',
    push: 'it pushes to another system',
    more: {
      one: (n: string) => `and ${n} more rule.`,
      other: (n: string) => `and ${n} more rules.`,
    },
    way: 'To keep them quiet, let them leave out tickets with the policy’s tag, which is set first.',
  },
  heed: {
    title: 'Worth knowing before you agree',
    files: {
      one: (n: string) =>
        `${n} ticket that stays has files or recordings that nobody has opened: what they show is not known.`,
      other: (n: string) =>
        `${n} tickets that stay have files or recordings that nobody has opened: what they show is not known.`,
    },
    unseen: 'Files and recordings that are deleted were not opened either.',
    staff:
      'Among the users is staff. What they were assigned to is assigned to nobody afterwards. Zendesk never deletes the owner of the account: hand the ownership over first.',
    voice:
      'Where a recording is deleted, the comment of the call still says who called whom, and when.',
    waits:
      'The user is deleted only once their open tickets are closed by the people who work on them. The request waits until then.',
    lapsed: (why: string) => `It was agreed to, and no longer is: ${why}.`,
    rehearsal: 'This desk only rehearses: whatever is approved, nothing is written to Zendesk.',
    byHand: 'The answer cannot go out as a reply: the support lead hands it over.',
    halted: (why: string) => `The request stands still: ${why}`,
    users: 'The user stays: a legal hold keeps them.',
  },
} as const
