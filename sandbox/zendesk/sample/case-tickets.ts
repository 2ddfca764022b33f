import { callTickets, cases, chatTickets, pictureTickets, sharedWriters } from './case-people.ts'
import { staff } from './people.ts'
import type { Story } from './story-types.ts'

const [sofia, thomas, priya] = [staff.agent.id, staff.second.id, staff.third.id]
const { caller, chatter, shared, pictured } = cases

const calls: readonly Story[] = [
  {
    id: callTickets[0],
    subject: 'Appel entrant de +33 6 39 98 45 01',
    by: caller.id,
    status: 'closed',
    channel: 'voice',
    lines: [
      {
        by: caller.id,
        text: 'Appel entrant de +33 6 39 98 45 01\n\nDurée : 5 minutes, 2 secondes',
        call: {
          from: '+33639984501',
          to: '+33199000142',
          transcript:
            'Bonjour, Marguerite Faure. Je rappelle pour les raquettes, mon numéro n’a pas changé.',
        },
      },
      { by: thomas, note: true, text: 'Mme Faure sera rappelée jeudi.' },
    ],
  },
  {
    id: callTickets[1],
    subject: 'Message vocal de +33 6 39 98 45 01',
    by: caller.id,
    status: 'solved',
    channel: 'voice',
    lines: [
      {
        by: caller.id,
        text: 'Message vocal de +33 6 39 98 45 01\n\nDurée : 48 secondes',
        call: {
          from: '+33639984501',
          to: '+33199000142',
          kind: 'voicemail',
          transcript: 'C’est Marguerite Faure, vous pouvez me joindre au 06 39 98 45 01.',
        },
      },
      { by: sofia, text: 'Bonjour, nous vous rappelons demain.\nSofia' },
    ],
  },
]

const receipt = { name: 'receipt-reyes.pdf', type: 'application/pdf', about: 'name and address' }

const chats: readonly Story[] = [
  {
    id: chatTickets.closed,
    subject: 'Conversation with Tomás Reyes',
    by: chatter.id,
    status: 'closed',
    channel: 'native_messaging',
    lines: [{ by: chatter.id, text: 'Conversation with Tomás Reyes' }],
    assignee: priya,
    chat: {
      lines: [
        { by: chatter.id, text: 'Hi, this is Tomás Reyes, is the Varde in stock?' },
        { by: priya, text: 'Hello Tomás, it is, in red and grey.' },
      ],
    },
  },
  {
    id: chatTickets.ended,
    subject: 'Conversation with Tomás Reyes',
    by: chatter.id,
    status: 'solved',
    channel: 'native_messaging',
    lines: [{ by: chatter.id, text: 'Conversation with Tomás Reyes' }],
    assignee: priya,
    chat: {
      lines: [
        { by: chatter.id, text: 'Hello, my order NO-171204 came without the poles.' },
        { by: priya, text: 'Hi Tomás, could you show me the receipt?' },
        { by: chatter.id, file: receipt },
        { by: chatter.id, text: 'Write to tomas.reyes@example.com if you need more.' },
        { by: priya, text: 'Thank you, the poles leave today.' },
      ],
    },
  },
  {
    id: chatTickets.active,
    subject: 'Conversation with Tomás Reyes',
    by: chatter.id,
    status: 'open',
    channel: 'native_messaging',
    lines: [{ by: chatter.id, text: 'Conversation with Tomás Reyes' }],
    assignee: priya,
    chat: {
      active: true,
      lines: [{ by: chatter.id, text: 'Tomás again, the poles are too short.' }],
    },
  },
]

const letters = [
  'Bonjour, il nous manque quatre matelas sur la livraison de juin.',
  'Bonjour, pouvez-vous changer le contact de la facture ? C’est désormais moi.',
  'Bonjour, nous attendons toujours les crampons.',
]

const mailbox: readonly Story[] = sharedWriters.map(({ name, ticket }, at) => ({
  id: ticket,
  subject: ['Matelas manquants', 'Contact de facturation', 'Crampons en retard'][at] ?? '',
  by: shared.id,
  status: at === 2 ? 'open' : 'closed',
  lines: [
    { by: shared.id, as: name, text: `${letters[at]}\n\n${name}\nRefuge des Bouquetins` },
    { by: thomas, text: `Bonjour ${name.split(' ')[0]}, nous nous en occupons.\nThomas` },
  ],
}))

const pictures: readonly Story[] = [
  {
    id: pictureTickets.closed,
    subject: 'Fermeture de la veste Senja',
    by: pictured.id,
    status: 'closed',
    lines: [
      {
        by: pictured.id,
        html: '<p dir="auto">Bonjour, voici la fermeture :</p><p dir="auto"><img src="{file:0}" alt="fermeture.jpg"></p>',
        files: [
          {
            name: 'fermeture.jpg',
            type: 'image/jpeg',
            inline: true,
            about: 'a zip, and an open letter with name and address beside it',
          },
          { name: 'IMG_2041.png', type: 'image/png', about: 'a screen with a name and a card' },
        ],
      },
      { by: sofia, text: 'Merci, nous la remplaçons.\nSofia' },
    ],
  },
  {
    id: pictureTickets.open,
    subject: 'Sac Lofoten déchiré',
    by: pictured.id,
    status: 'open',
    lines: [
      {
        by: pictured.id,
        text: 'Bonjour, photo jointe.\nHélène',
        files: [{ name: 'sac.jpg', type: 'image/jpeg', about: 'a rucksack with a name tag' }],
      },
    ],
  },
]

/** Calls, conversations, a mailbox of several, pictures that nobody opened. */
export const caseTickets: readonly Story[] = [...calls, ...chats, ...mailbox, ...pictures]
