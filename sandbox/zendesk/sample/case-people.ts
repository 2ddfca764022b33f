/**
 * The people of the harder cases, each in one case only. Nothing of theirs touches Camille Lefèvre,
 * her namesake or their tickets.
 */
export const cases = {
  /** Rang up, and left a message on the answering machine: `callTickets`. */
  caller: {
    id: 360001152079,
    name: 'Marguerite Faure',
    email: 'marguerite.faure@example.com',
    phone: '+33 6 39 98 45 01',
  },
  /** Wrote through the messaging window: `chatTickets`. */
  chatter: { id: 360001152206, name: 'Tomás Reyes', email: 'tomas.reyes@example.com' },
  /** One address, three people who sign: `sharedWriters`, `sharedTickets`. */
  shared: {
    id: 360001152333,
    name: 'Refuge des Bouquetins',
    email: 'contact.bouquetins@example.org',
  },
  /** Sent pictures that nobody has opened: `pictureTickets`. */
  pictured: { id: 360001152460, name: 'Hélène Brunet', email: 'helene.brunet@example.com' },
  /** Named across tags, over line ends and by entities: `formattedTickets`. */
  formatted: { id: 360001152587, name: 'Adrien Mallet', email: 'adrien.mallet@example.net' },
  /** Her number stands in others’ tickets in many forms: `phoneForms`. */
  phoned: {
    id: 360001152714,
    name: 'Yasmine Haddad',
    email: 'yasmine.haddad@example.com',
    phone: '+33 6 39 98 46 10',
  },
  /** Named in a side conversation of somebody else’s ticket: `sideTickets`. */
  aside: { id: 360001152841, name: 'Grégoire Pinel', email: 'gregoire.pinel@example.com' },
  /** Named in a rating, an old subject and a removed CC: `tracedTickets`. */
  traced: { id: 360001152968, name: 'Denis Kovac', email: 'denis.kovac@example.com' },
  /** Wrote the rating that names him. */
  rater: { id: 360001153095, name: 'Clara Weiss', email: 'clara.weiss@example.net' },
} as const

/** Has no user: only others speak of her, and a mail of hers was not let in. */
export const absent = {
  name: 'Mireille Castan',
  email: 'mireille.castan@example.net',
  phone: '06 39 98 47 20',
  tickets: [43111, 46011, 48031],
  suspended: 9_417_203_551_744,
} as const

/** A call and a message on the machine, both recorded, and the ids that Talk knows them by. */
export const callTickets = [44871, 47811] as const

/** Ended on a solved ticket, with a file; ended on a closed one; still going on. */
export const chatTickets = { ended: 47955, closed: 45511, active: 48261 } as const

/** Those who write from the mailbox of `cases.shared`, each with the ticket they signed. */
export const sharedWriters = [
  { name: 'Paul Vernet', ticket: 44211 },
  { name: 'Lucie Arnaud', ticket: 46311 },
  { name: 'Bastien Colomb', ticket: 48071 },
] as const

/** Closed with an inline and an attached picture; open with an attached one. */
export const pictureTickets = { closed: 45311, open: 48101 } as const

/** Others’ tickets: bold across the name, a line end in it, entities in it, a link around it. */
export const formattedTickets = [46511, 47211, 47411, 47611] as const

/** Others’ tickets, one form of the number in each. */
export const phoneForms = [
  { ticket: 41011, form: '0639984610' },
  { ticket: 43511, form: '06.39.98.46.10' },
  { ticket: 44511, form: '+33 (0)6 39 98 46 10' },
  { ticket: 46411, form: '0033639984610' },
  { ticket: 47011, form: '06-39-98-46-10' },
  { ticket: 47855, form: '06 39 98\n46 10' },
] as const

/** His own ticket, and one of somebody else with a side conversation that names him. */
export const sideTickets = { own: 47511, others: 47911 } as const

/** Rated with his name; once named after him; once with him in CC. */
export const tracedTickets = { rated: 48011, subject: 47471, cc: 48051 } as const

/** Assigned to `staff.leaver`; the first two are not closed. */
export const leaverTickets = [48141, 48131, 46211, 45211, 40111] as const

/** A shop that closed: `people` have one open ticket each, which the view shows. */
export const lyonView = {
  id: 360_000_077_119,
  title: 'Lyon shop, customers to write to',
  tag: 'lyon',
  tickets: [48111, 48161, 48171, 48181, 48191, 48201, 48221, 48231, 48241, 48251, 48271, 48281],
} as const

/** The ids of the people of that view. */
export const lyonPeople: readonly number[] = lyonView.tickets.map(
  (_, i) => 360_001_154_111 + i * 127,
)

/** Those who wrote the tickets in which the people of the cases are named. */
export const bystanders = [
  { id: 360001155635, name: 'Odile Carpentier', email: 'odile.carpentier@example.com' },
  { id: 360001155762, name: 'Simon Aubert', email: 'simon.aubert@example.org' },
  { id: 360001155889, name: 'Valérie Nguyen', email: 'valerie.nguyen@example.com' },
  { id: 360001156016, name: 'Willem de Boer', email: 'willem.deboer@example.net' },
  { id: 360001156143, name: 'Zélie Martinez', email: 'zelie.martinez@example.com' },
] as const

/**
 * Of a large account only: 5,000 tickets of her own, archived, closed, solved and open, mentions of
 * her in some 280 tickets of others (e-mail, phone in three forms, name), and three who share her
 * name, with some 120 tickets each.
 */
export const frequent = {
  id: 360_001_157_032,
  name: 'Claire Bernard',
  email: 'claire.bernard@example.com',
  phone: '+33 6 39 98 48 30',
  tickets: 5000,
  /** The last one she wrote, half a day ago: not closed, so a request can be opened from it. */
  newest: 1_094_982,
} as const

/** The three who share the name of `frequent`. */
export const frequentHomonyms = [
  { id: 360_001_157_159, name: 'Claire Bernard', email: 'claire.bernard@example.org' },
  { id: 360_001_157_286, name: 'Claire Bernard', email: 'c.bernard@example.net' },
  { id: 360_001_157_413, name: 'Claire Bernard', email: 'bernard.claire@example.com' },
] as const

/** A tag that the sample’s rules leave alone: what a policy’s `tag` has to be for them to stay quiet. */
export const quietTag = 'privacy_request'

/** Rules: `answer`, `mailing`, `pushing` and the automations are active, `loud` is there on request. */
export const ruleIds = {
  answer: 360_000_881_001,
  mailing: 360_000_881_128,
  pushing: 360_000_881_255,
  asleep: 360_000_881_382,
  survey: 360_000_882_001,
  closing: 360_000_882_128,
  loud: 360_000_881_509,
} as const

/** Where rules push to. */
export const webhookIds = { warehouse: '01HZ5Q8K6WAREHOUSE00000000' } as const
