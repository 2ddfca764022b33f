import { planForms } from './plan-forms.ts'
import { planHeed } from './plan-heed.ts'

/** The approver's window. Numbers come in as the member's own language writes them. */
export const plan = {
  title: 'The exact plan',
  right: {
    access: 'Access (article 15)',
    rectification: 'Correction (article 16)',
    erasure: 'Erasure (article 17)',
    portability: 'Portability (article 20)',
    objection: 'Objection (article 21)',
  },
  ground: {
    'gdpr-15': 'The person has asked for it: GDPR article 15, the right of access.',
    'gdpr-20': 'The person has asked for it: GDPR article 20, the right to data portability.',
    'gdpr-17-1': 'The person has asked for it: GDPR article 17(1), the right to be forgotten.',
  },
  head: {
    due: (day: string) => `Due ${day}`,
    opener: (who: string) => `opened by ${who}`,
    digest: (start: string) => `plan ${start}…`,
  },
  person: {
    title: 'Who the person is',
    nobody: 'No user of Zendesk is theirs. They were looked for by this:',
    terms: 'They were looked for by this, too:',
    identities: {
      one: (n: string) => `${n} address or number in the profile`,
      other: (n: string) => `${n} addresses and numbers in the profile`,
    },
    more: {
      one: (n: string) => `and ${n} more: press See beside the users below.`,
      other: (n: string) => `and ${n} more: press See beside the users below.`,
    },
  },
  will: {
    title: 'What will happen, in this order',
    nothing: 'Nothing in Zendesk is changed.',
    sum: {
      one: (n: string) => `In all, *${n} ticket* is deleted for good.`,
      other: (n: string) => `In all, *${n} tickets* are deleted for good.`,
    },
    redactions: {
      one: (n: string) =>
        `*${n} redaction:* a comment, a message, or a ticket’s subject and fields counts once.`,
      other: (n: string) =>
        `*${n} redactions:* each comment, message, or ticket’s subject and fields counts once.`,
    },
    none: 'No ticket is deleted.',
    final: 'Cannot be undone.',
    see: 'See',
  },
  group: {
    tags: {
      one: (n: string) => `*A tag is set on ${n} ticket* before anything else is changed in it.`,
      other: (n: string) =>
        `*A tag is set on ${n} tickets* before anything else is changed in them.`,
    },
    recordings: {
      one: (n: string) => `*The recording of ${n} call is deleted* in a ticket that stays.`,
      other: (n: string) => `*The recordings of ${n} calls are deleted* in tickets that stay.`,
    },
    files: {
      one: (n: string) => `*${n} file is emptied*`,
      other: (n: string) => `*${n} files are emptied*`,
    },
    identities: {
      one: (n: string) => `*${n} address or number is deleted* from a user who stays.`,
      other: (n: string) => `*${n} addresses or numbers are deleted* from users who stay.`,
    },
    tickets: {
      one: (n: string) => `*${n} ticket is deleted for good.*`,
      other: (n: string) => `*${n} tickets are deleted for good.*`,
    },
    passages: {
      one: (n: string) => `*${n} passage is blacked out*`,
      other: (n: string) => `*${n} passages are blacked out*`,
    },
    within: {
      one: (n: string) => `in ${n} ticket that stays.`,
      other: (n: string) => `in ${n} tickets that stay.`,
    },
    texts: {
      one: (n: string) =>
        `*${n} ticket has its subject or fields changed*, so that they no longer name the person.`,
      other: (n: string) =>
        `*${n} tickets have their subject or fields changed*, so that they no longer name the person.`,
    },
    mails: {
      one: (n: string) => `*${n} suspended message is deleted.*`,
      other: (n: string) => `*${n} suspended messages are deleted.*`,
    },
    closings: {
      one: (n: string) =>
        `*${n} ticket of the person’s that stays is closed:* Zendesk asks for it before the user can go.`,
      other: (n: string) =>
        `*${n} tickets of the person’s that stay are closed:* Zendesk asks for it before the user can go.`,
    },
    answer: (language: string) =>
      `*The person is answered* (${language}), as a reply on the ticket of this request.`,
    'own-ticket': {
      gone: 'Once the answer has left, *the ticket of this request is deleted for good.*',
      changed: 'Once the answer has left, *the ticket of this request is blacked out or closed.*',
    },
    user: {
      one: (n: string) => `Last, *${n} user is deleted, then deleted for good.*`,
      other: (n: string) => `Last, *${n} users are deleted, then deleted for good.*`,
    },
    kept: {
      one: (n: string) => `${n} thing stays although it may speak of the person:`,
      other: (n: string) => `${n} things stay although they may speak of the person:`,
    },
  },
  falls: {
    files: { one: (n: string) => `${n} file goes too`, other: (n: string) => `${n} files go too` },
    recordings: {
      one: (n: string) => `${n} recording goes too`,
      other: (n: string) => `${n} recordings go too`,
    },
  },
  others: {
    one: (n: string) => `${n} of them is somebody else’s ticket.`,
    other: (n: string) => `${n} of them are somebody else’s tickets.`,
  },
  stays: {
    title: 'What stays, and why',
    nothing: 'Nothing that was found stays as it is.',
    design:
      'By design: this desk’s own record of what was done and who agreed, without names, addresses or ticket numbers.',
  },
  ...planHeed,
  agree: {
    title: 'Who must agree',
    role: (role: string) => `*${role}*:`,
    of: (part: string) => `${part} so far`,
    lasts: (hours: string) =>
      `An approval counts for ${hours} hours. Whoever opened the request does not count.`,
    until: (when: string) => `What has been approved so far counts until ${when}.`,
  },
  count: {
    label: 'How many tickets are deleted for good?',
    hint: 'Type the number that the plan says. It shows that you have read it.',
  },
  submit: 'Approve this exact plan',
  no: {
    agreed:
      'Enough people have agreed to this plan. It is carried out after the pause; Stop is on the card.',
    begun: 'This plan is being carried out. Stop is on the card.',
    reader: 'You can read this plan, but not approve it:',
  },
  button: {
    less: 'Approve less…',
    'turn-back': 'Send back or decline…',
    hold: 'Legal hold',
    first: '« First',
    previous: '‹ Previous',
    next: 'Next ›',
    last: 'Last »',
  },
  hold: {
    title: 'Put a legal hold on it?',
    text: 'Nothing more is sent to Zendesk. Only an approver who did not open the request can lift it.',
    confirm: 'Hold',
    deny: 'Leave it',
  },
  changed:
    'The plan has changed since you opened it. This is the one in force now; read it before you decide. Nothing was approved.',
  over: 'This request is over. Nothing can be decided about it any more.',
  none: {
    title: 'There is no plan to approve now.',
    returned: (who: string) => `${who} has sent it back:`,
    declined: (who: string) => `${who} has declined it:`,
    lead: (step: string) => `It is the support lead’s turn: ${step}. A new plan comes after that.`,
    desk: 'I am working at it. The card says when a plan waits for approval.',
  },
  ...planForms,
} as const
