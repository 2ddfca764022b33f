import {
  absent,
  bystanders,
  cases,
  formattedTickets,
  leaverTickets,
  lyonPeople,
  lyonView,
  phoneForms,
  sideTickets,
  tracedTickets,
} from './case-people.ts'
import { staff } from './people.ts'
import type { Story } from './story-types.ts'

const { traced, rater, aside } = cases
const [sofia, thomas] = [staff.agent.id, staff.second.id]
const writerOf = (at: number): number => (bystanders[at % bystanders.length] ?? bystanders[0]).id

const inMarkup = [
  'La réservation est au nom de Adrien <b>Mal</b><i>let</i>, pour trois nuits.',
  'Merci d’envoyer le bon à Adrien<br>Mallet, il passera.',
  'C’est <em>Adri&#101;n</em>&nbsp;Mallet qui a payé.',
  'Voyez avec <a href="mailto:adrien.mallet@example.net"><b>Adrien</b> Mallet</a>.',
]

const formatted: readonly Story[] = formattedTickets.map((id, at) => ({
  id,
  subject: ['Réservation du refuge', 'Bon de retrait', 'Paiement partagé', 'Contact'][at] ?? '',
  by: writerOf(at),
  status: at === 0 ? 'closed' : 'solved',
  lines: [
    {
      by: writerOf(at),
      html: `<p dir="auto">Bonjour.</p><p dir="auto">${inMarkup[at]}</p>`,
    },
    { by: sofia, text: 'Bien noté.\nSofia' },
  ],
}))

const phoned: readonly Story[] = phoneForms.map(({ ticket, form }, at) => ({
  id: ticket,
  subject: 'Personne à prévenir',
  by: writerOf(at),
  status: at > 4 ? 'solved' : 'closed',
  ...(at < 2 ? { archived: true } : {}),
  lines: [
    {
      by: writerOf(at),
      text: `Bonjour, en cas de retard merci d’appeler le ${form}, elle ouvrira.`,
    },
    { by: thomas, text: 'C’est noté sur le bon de livraison.\nThomas' },
  ],
}))

const spoken: readonly Story[] = absent.tickets.map((id, at) => ({
  id,
  subject: ['Colis d’une cliente', 'Avis de passage', 'Inscription au stage'][at] ?? '',
  by: writerOf(at),
  status: at === 2 ? 'open' : 'closed',
  ...(at === 0 ? { archived: true } : {}),
  lines: [
    {
      by: writerOf(at),
      text:
        [
          `Bonjour, j’ai reçu le colis de ${absent.name} par erreur.`,
          `L’avis est au nom de Castan, ${absent.phone}. Ce n’est pas moi.`,
          `Merci d’inscrire aussi ${absent.name} (${absent.email}).`,
        ][at] ?? '',
    },
  ],
}))

const aroundPeople: readonly Story[] = [
  {
    id: sideTickets.own,
    subject: 'Ski cassé',
    by: aside.id,
    status: 'solved',
    lines: [{ by: aside.id, text: 'Bonjour, le ski gauche a cassé net.\nGrégoire Pinel' }],
  },
  {
    id: sideTickets.others,
    subject: 'Deux colis échangés',
    by: writerOf(1),
    status: 'solved',
    lines: [{ by: writerOf(1), text: 'Hello, I got somebody else’s parcel.\nSimon' }],
    side: {
      subject: 'Parcels swapped in Lozère',
      with: { name: 'Transports Aigoual', email: 'suivi@example.org' },
      lines: [
        { ours: true, text: 'The other parcel is for Grégoire Pinel, who has what label?' },
        { ours: false, text: 'Pinel, 8 chemin des Sources: it comes back to the depot tonight.' },
      ],
    },
  },
  {
    id: tracedTickets.rated,
    subject: 'Boot fitting',
    by: rater.id,
    status: 'solved',
    lines: [
      { by: rater.id, text: 'Hi, which last is wider?\nClara' },
      { by: thomas, text: 'Hello Clara, the Trollstigen.\nThomas' },
    ],
    rating: { score: 'good', comment: 'Thomas was quick, and Denis Kovac had told me so.' },
  },
  {
    id: tracedTickets.subject,
    subject: 'Complaint about a delivery',
    by: rater.id,
    status: 'solved',
    lines: [{ by: rater.id, text: 'Hello, the courier rang at six in the morning.\nClara' }],
    changes: [{ by: sofia, field: 'subject', before: 'Complaint of Denis Kovac' }],
  },
  {
    id: tracedTickets.cc,
    subject: 'Hut keys',
    by: writerOf(3),
    status: 'open',
    lines: [{ by: writerOf(3), text: 'Hi, where do we leave the keys?\nWillem' }],
    changes: [{ by: thomas, field: 'email_cc_ids', before: [traced.id] }],
  },
]

const leaving: readonly Story[] = leaverTickets.map((id, at) => ({
  id,
  subject:
    ['Atelier fartage', 'Stage avalanche', 'Prêt de matériel', 'Devis', 'Catalogue'][at] ?? '',
  by: writerOf(at),
  status: at === 0 ? 'open' : at === 1 ? 'pending' : 'closed',
  ...(at === 4 ? { archived: true } : {}),
  lines: [
    { by: writerOf(at), text: 'Bonjour, est-ce que cela tient toujours ?' },
    { by: staff.leaver.id, text: 'Bonjour, oui, comme convenu.\nOskar Lindgren' },
  ],
}))

const ofLyon: readonly Story[] = lyonView.tickets.map((id, at) => ({
  id,
  subject: 'Ma commande au magasin de Lyon',
  by: lyonPeople[at] ?? 0,
  status: 'open',
  tags: [lyonView.tag],
  lines: [
    { by: lyonPeople[at] ?? 0, text: 'Bonjour, le magasin est fermé : où retirer ma commande ?' },
  ],
}))

/** What others write of the people of the cases, a leaver’s tickets, and a view’s. */
export const caseMentions: readonly Story[] = [
  ...formatted,
  ...phoned,
  ...spoken,
  ...aroundPeople,
  ...leaving,
  ...ofLyon,
]
