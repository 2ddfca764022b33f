/** Those who work at the shop. */
export const staff = {
  owner: { id: 360000100011, name: 'Ingrid Solheim', email: 'ingrid.solheim@nordlys.example.com' },
  admin: { id: 360000100137, name: 'Marc Delaunay', email: 'marc.delaunay@nordlys.example.com' },
  agent: { id: 360000100264, name: 'Sofia Nyström', email: 'sofia.nystrom@nordlys.example.com' },
  second: { id: 360000100391, name: 'Thomas Roche', email: 'thomas.roche@nordlys.example.com' },
  third: { id: 360000100518, name: 'Priya Nair', email: 'priya.nair@nordlys.example.com' },
  /** May not delete or redact. */
  limited: { id: 360000100645, name: 'Jonas Weber', email: 'jonas.weber@nordlys.example.com' },
  /** Is leaving the shop, with tickets still assigned; not in an account of staff only. */
  leaver: { id: 360000100772, name: 'Oskar Lindgren', email: 'oskar.lindgren@nordlys.example.com' },
} as const

/** What agents of each kind may do: facts 2.2. */
export const roleIds = { full: 6130869137434, limited: 6130869137562 } as const

/** The person of the demo. */
export const camille = {
  id: 360001204457,
  name: 'Camille Lefèvre',
  email: 'camille.lefevre@example.com',
  second: 'c.lefevre@example.net',
  phone: '+33 6 39 98 12 34',
  externalId: 'NL-C-20417',
} as const

/** Somebody else of the same name. */
export const homonym = {
  id: 360001187032,
  name: 'Camille Lefèvre',
  email: 'camille.lefevre@example.org',
} as const

/** Clubs and companies among the customers. */
export const organizations = {
  club: { id: 360000900021, name: 'Club Alpin de Lozère' },
  school: { id: 360000900148, name: 'Fjällskolan Utesport' },
  guides: { id: 360000900275, name: 'Larkspur Guides Ltd' },
} as const

/** Customers with a part in the story. */
export const others = {
  julien: { id: 360001150301, name: 'Julien Moreau', email: 'julien.moreau@example.com' },
  nadia: { id: 360001150428, name: 'Nadia Benali', email: 'nadia.benali@example.org' },
  owen: { id: 360001150555, name: 'Owen Fletcher', email: 'owen.fletcher@example.com' },
  hanna: { id: 360001150682, name: 'Hanna Lindqvist', email: 'hanna.lindqvist@example.net' },
  antoine: { id: 360001150809, name: 'Antoine Garnier', email: 'antoine.garnier@example.com' },
  /** Of the homonym's club. */
  solene: { id: 360001150936, name: 'Solène Vidal', email: 'solene.vidal@example.org' },
  /** Camille's flatmate, with whom she shares orders. */
  lea: { id: 360001151063, name: 'Léa Marchand', email: 'lea.marchand@example.com' },
  suspended: { id: 360001151190, name: 'Rick Dalloway', email: 'rick.dalloway@example.net' },
  /** One person, two accounts. */
  twiceA: { id: 360001151317, name: 'Emma Whitfield', email: 'emma.whitfield@example.com' },
  twiceB: { id: 360001151444, name: 'Emma Whitfield', email: 'e.whitfield@example.org' },
  /** Absorbed by `twiceA` long ago. */
  merged: { id: 360001151571, name: 'Emma W.', email: 'emma.w@example.net' },
  /** Soft-deleted, not purged. */
  deleted: { id: 360001151698, name: 'Paul Hargreaves', email: 'paul.hargreaves@example.com' },
} as const

/** The ticket in which Camille asks for her erasure. */
export const requestTicket = 48213

/** The sandbox's comment ids can be told from ticket and position. */
export const commentId = (ticket: number, position = 0): number =>
  21_000_000_000_000 + ticket * 100_000 + (position + 1) * 128

/** Tickets that Camille requested, her request included, the last but one by its number. */
export const ownTickets = [
  23117,
  27604,
  31482,
  39871,
  44120,
  45877,
  46903,
  47655,
  48004,
  requestTicket,
] as const

/** Somebody else's tickets on which she is in CC or wrote. */
export const ccdTickets = [47388] as const

/** The homonym's own tickets: not one of them may be touched. */
export const homonymTickets = [41733, 45390, 47120, 48177] as const

/** Where a mention of her stands, and how it is written. */
export type Mention = {
  readonly ticket: number
  /** The comment, or `null` for the subject or a custom field. */
  readonly comment: number | null
  readonly where: 'comment' | 'note' | 'subject' | 'field'
  readonly form: string
}

const mention = (
  ticket: number,
  position: number,
  form: string,
  where: Mention['where'] = 'comment',
): Mention => ({
  ticket,
  comment: where === 'comment' || where === 'note' ? commentId(ticket, position) : null,
  where,
  form,
})

/** Every mention of her in other people's tickets. */
export const mentions: readonly Mention[] = [
  mention(22310, 0, 'e-mail in upper case'),
  mention(26845, 1, 'phone with blanks', 'note'),
  mention(33790, 0, 'phone without blanks'),
  mention(40218, 2, 'phone with dots'),
  mention(42766, 0, 'phone with 0033'),
  mention(45112, 0, 'name without accents, turned round'),
  mention(46240, 0, 'name in NFD'),
  mention(46988, 0, 'markup inside the name'),
  mention(46988, 2, 'entity inside the name'),
  mention(47310, 0, 'e-mail inside a mailto link'),
  mention(47502, 0, 'e-mail inside a longer word'),
  mention(47502, 1, 'e-mail'),
  mention(47771, 0, 'name over a line break'),
  mention(47940, 0, 'quoted message with name, e-mail and phone'),
  mention(48090, 1, 'name and phone', 'note'),
  mention(48151, 0, 'name', 'subject'),
  mention(48151, 0, 'phone', 'field'),
  mention(48151, 0, 'name'),
  mention(47388, 0, 'name'),
  mention(47388, 2, 'her own comment as CC, signed'),
]

/** A mention of a "Mme Lefèvre" that is about the homonym: to be left alone. */
export const weakMention: Mention = mention(46777, 0, 'title and family name')

/** A message from her second address that was not let in. */
export const suspendedTicket = 9_417_203_551_232

/** The custom field "phone for delivery". */
export const deliveryPhoneField = 360011200415

/** The custom field "order number". */
export const orderField = 360011200288
