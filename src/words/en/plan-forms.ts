/** The approver's other windows: pages, leaving out, turning back, and what comes after. */
export const planForms = {
  page: {
    title: {
      tags: 'Tags',
      recordings: 'Recordings',
      files: 'Files',
      identities: 'Addresses, numbers',
      tickets: 'Deleted for good',
      passages: 'Blacked out',
      texts: 'Subjects and fields',
      mails: 'Suspended messages',
      closings: 'Closed',
      answer: 'The answer',
      'own-ticket': 'The request’s ticket',
      user: 'The users',
      kept: 'What stays',
    },
    of: (page: string) => `Page ${page}`,
    entries: { one: (n: string) => `${n} entry`, other: (n: string) => `${n} entries` },
    ticket: (id: string) => `Ticket #${id}`,
    mail: (id: string) => `Suspended message ${id}`,
    user: (id: string) => `User ${id}`,
    continued: '(continued)',
    requester: (name: string) => `of ${name}`,
    about: (name: string) => `about ${name}`,
    others: 'somebody else’s ticket',
    why: (why: string) => `Why: ${why}`,
    by: 'decided by',
    subject: 'Subject:',
    field: (id: string) => `Field ${id}:`,
    emptied: '(emptied)',
  },
  why: {
    answer: 'the person must be told what was done (article 12(3))',
    'the-person': 'this is the person',
    'requester-goes': 'its requester is deleted, and it is still open',
    'files-not-opened': 'nobody has opened its files or recordings',
    'left-out-by-approver': 'an approver has left it out of the plan',
    'policy-tag': 'so that the account’s own rules leave this ticket out',
    'behind-a-link': 'an address behind a link: the older redaction reaches only what is read',
    'voice-comment': 'the recording goes; the comment still says who called whom, and when',
    'recording-needs-admin':
      'its recording can only be deleted by an administrator, and our credentials are not one’s',
    'only-this-address': 'only this address or number is to go',
    'user-stays': 'only single addresses or numbers of this user go',
    'waits-for-closing':
      'it stays open until the people who work on it close it; the user goes after that',
    'out-of-reach':
      'sender lines, file names, or texts of a closed ticket: Zendesk cannot black them out',
  },
  whyElse: (code: string) => `the reason ${code}`,
  less: {
    title: 'Approve less',
    intro:
      'What you leave out stays as it is. The rest becomes a new, smaller plan that you approve with this. Whoever agreed to the longer plan must agree to the new one too.',
    cannot:
      'Not offered, because Zendesk would then refuse to delete the user, or the person would not be told: open tickets, closings, the answer, the request’s own ticket, the users. For these, send the plan back.',
    menu: 'Leave out',
    menuHint: 'Type part of a ticket number to find it. At most 100 are listed at a time.',
    choose: 'Ticket numbers',
    now: {
      one: (n: string) =>
        `The plan deletes *${n} ticket* for good. Take one off if you leave it out; black-outs and suspended messages do not count.`,
      other: (n: string) =>
        `The plan deletes *${n} tickets* for good. Take one off for each ticket that you leave out; black-outs and suspended messages do not count.`,
    },
    label: 'How many tickets are still deleted for good?',
    hint: 'Type what is left, not what the longer plan says. It shows that you have counted.',
    wrong:
      'This is not how many are left. Take one off for each ticket that you leave out and that would be deleted.',
    submit: 'Approve the rest',
    option: {
      recordings: 'recording deleted',
      files: 'file emptied',
      tickets: 'deleted for good',
      passages: {
        one: (n: string) => `${n} passage blacked out`,
        other: (n: string) => `${n} passages blacked out`,
      },
      comment: (part: string) => `comment ${part}`,
      texts: 'subject or fields changed',
      mails: 'deleted',
    },
  },
  back: {
    title: 'Send back or decline',
    how: 'What shall happen?',
    'sent-back': 'Send it back',
    'sent-back-means': 'It should be done otherwise: the lead decides again.',
    declined: 'Decline it',
    'declined-means': 'It should not be done at all.',
    reason: 'Why?',
    reasonHint:
      'Only this reason is kept and shown. Say more to the lead yourself, without personal data in the channel.',
    choose: 'Choose a reason',
    submit: 'Give my no',
  },
  reason: {
    'wrong-person': 'this is not the right person',
    'too-much': 'it goes too far',
    'too-little': 'it leaves too much',
    'others-rights': 'it touches the rights of somebody else',
    unclear: 'the plan does not make it clear',
  },
  after: {
    title: 'Done',
    approved: 'You have approved this exact plan.',
    less: 'You have approved the smaller plan. It replaces the longer one.',
    met: 'Nobody else is needed.',
    missing: (what: string) => `Still to agree: ${what}. They find the plan on the card.`,
    more: (n: string) => `${n} more`,
    expires: (when: string) => `Your approval counts until ${when}.`,
    pause: (when: string) =>
      `Nothing is sent before ${when}. Until then Stop, on the card, still saves everything.`,
    soon: 'It is carried out now. Stop is on the card.',
    halted: 'The request stands still. It goes on once somebody lets it, on the card.',
    'sent-back': 'You have sent the plan back.',
    declined: 'You have declined the plan.',
    lead: (who: string) =>
      `It is the support lead’s turn (opened by ${who}). A new plan comes to the approvers again.`,
    held: 'You have put a legal hold on the request.',
    lifting:
      'Nothing more is sent. An approver who did not open the request can let it go on, on the card.',
  },
} as const
