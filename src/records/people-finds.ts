import { z } from 'zod'
import { TermRecord } from './terms.ts'

/** How the opener named one person. */
export const OneSubject = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('ticket'), id: z.int().positive() }),
  z.strictObject({ by: z.literal('user'), id: z.int().positive() }),
  z.strictObject({ by: z.literal('email'), value: z.string() }),
  z.strictObject({ by: z.literal('phone'), value: z.string() }),
  z.strictObject({ by: z.literal('external-id'), value: z.string() }),
  z.strictObject({ by: z.literal('name'), value: z.string() }),
])
export type OneSubject = z.infer<typeof OneSubject>

/** How the opener named the person, or the people: by a list, or a view of tickets. */
export const Subject = z.discriminatedUnion('by', [
  ...OneSubject.options,
  z.strictObject({
    by: z.literal('many'),
    source: z.enum(['list', 'upload', 'view']),
    people: z.array(OneSubject).min(1),
  }),
])
export type Subject = z.infer<typeof Subject>

/** What speaks for or against that a find is the person's, as a code of the words. */
export const Evidence = z.strictObject({ code: z.string(), speaks: z.enum(['for', 'against']) })
export type Evidence = z.infer<typeof Evidence>

/** A user that may be the person, with what speaks for and against it. */
export const Candidate = z.strictObject({
  id: z.int().positive(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  alias: z.string().nullable(),
  externalId: z.string().nullable(),
  role: z.string(),
  active: z.boolean(),
  suspended: z.boolean(),
  locale: z.string().nullable(),
  organizationId: z.int().nullable(),
  identities: z.array(z.strictObject({ type: z.string(), value: z.string() })),
  /** Which way it was found: `ticket-requester`, `email`, `name`… */
  via: z.string(),
  /** An identity of it is, to the letter, what was asked for. */
  exact: z.boolean(),
  /** What speaks for and against that it is the person. */
  evidence: z.array(Evidence).default([]),
  /** Of several people in one request, which: its place in `PeopleFinds.people`, from 0. */
  person: z.int().nonnegative().optional(),
})
export type Candidate = z.infer<typeof Candidate>

/** The request's own ticket: the one that the person wrote, and is answered on. */
export const OwnTicket = z.strictObject({ id: z.int().positive(), requesterId: z.int().positive() })
export type OwnTicket = z.infer<typeof OwnTicket>

export const PeopleFinds = z.strictObject({
  subject: Subject,
  ownTicket: OwnTicket.optional(),
  /** Where the request is about several people: each as he was named, in the order of the list. */
  people: z
    .array(
      z.strictObject({
        subject: OneSubject,
        ownTicket: OwnTicket.optional(),
        /** His user is that of an earlier place in the list: he is named twice, in other words. */
        sameAs: z.int().nonnegative().optional(),
      }),
    )
    .optional(),
  candidates: z.array(Candidate),
  /**
   * Users of the same name as the one who was named, who share nothing that tells people apart.
   * They may be confirmed like a candidate, and are nobody where no human says so.
   */
  namesakes: z.array(Candidate).optional(),
  /** Other requests about the same person, by number: still open, over, or only their stub left. */
  before: z
    .array(z.strictObject({ number: z.string(), state: z.enum(['open', 'closed', 'sealed']) }))
    .optional(),
  /** Users who were confirmed before and are deleted by now: they stay part of the person. */
  gone: z.array(Candidate),
})
export type PeopleFinds = z.infer<typeof PeopleFinds>

/** Who the person is: users, or terms alone where he has no user (others wrote about him). */
export const PeopleDecision = z
  .strictObject({
    users: z.array(Candidate),
    /** Users of whom a human said that they are somebody else. */
    others: z.array(z.int().positive()),
    /** What a human gave to look for besides what the users' profiles give. */
    terms: z.array(TermRecord).default([]),
    /** Of several people, who is left out of the request, and why, as a code. */
    leftOut: z
      .array(z.strictObject({ person: z.int().nonnegative(), code: z.string() }))
      .default([]),
  })
  .refine(({ users, terms }) => users.length + terms.length > 0, 'nobody')
export type PeopleDecision = z.infer<typeof PeopleDecision>
