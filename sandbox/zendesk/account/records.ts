/** What the account keeps. Field names follow Zendesk's records; what an answer never shows is in `hidden`. */
export type Party = Readonly<Record<string, string | number | null>>

/** Where a ticket or comment came from. */
export type Via = {
  readonly channel: string
  readonly source: { readonly from: Party; readonly to: Party; readonly rel: string | null }
}

/** A person: facts 3, `UserForAdmin` of the official description. */
export type User = {
  readonly id: number
  readonly name: string
  readonly email: string | null
  readonly created_at: string
  readonly updated_at: string
  readonly time_zone: string
  readonly iana_time_zone: string
  readonly phone: string | null
  readonly shared_phone_number: boolean | null
  readonly photo: Readonly<Record<string, unknown>> | null
  readonly locale_id: number
  readonly locale: string
  readonly organization_id: number | null
  readonly role: 'end-user' | 'agent' | 'admin'
  readonly verified: boolean
  readonly external_id: string | null
  readonly tags: readonly string[]
  readonly alias: string | null
  readonly active: boolean
  readonly shared: boolean
  readonly shared_agent: boolean
  readonly last_login_at: string | null
  readonly two_factor_auth_enabled: boolean | null
  readonly signature: string | null
  readonly details: string | null
  readonly notes: string | null
  readonly role_type: number | null
  readonly custom_role_id: number | null
  readonly moderator: boolean
  readonly ticket_restriction: string | null
  readonly only_private_comments: boolean
  readonly restricted_agent: boolean
  readonly suspended: boolean
  readonly default_group_id: number | null
  readonly report_csv: boolean
  readonly user_fields: Readonly<Record<string, string | number | boolean | null>>
  readonly hidden: {
    readonly owner: boolean
    readonly deletedAt: number | null
    readonly purgeAskedAt: number | null
    readonly purged: boolean
    readonly formerEmail: string | null
    readonly formerPhone: string | null
    readonly mergedInto: number | null
  }
}

/** One way to reach or recognise a person: facts 4. */
export type Identity = {
  readonly id: number
  readonly user_id: number
  readonly type: string
  readonly value: string
  readonly verified: boolean
  readonly verification_method: string
  readonly verified_at: string | null
  readonly primary: boolean
  readonly created_at: string
  readonly updated_at: string
  readonly undeliverable_count: number
  readonly deliverable_state: string
}

/** A company or club that people belong to. */
export type Organization = {
  readonly id: number
  readonly name: string
  readonly shared_tickets: boolean
  readonly shared_comments: boolean
  readonly external_id: string | null
  readonly created_at: string
  readonly updated_at: string
  readonly domain_names: readonly string[]
  readonly details: string | null
  readonly notes: string | null
  readonly group_id: number | null
  readonly tags: readonly string[]
  readonly organization_fields: Readonly<Record<string, string | null>>
}

/** The value of one custom field of a ticket. */
export type FieldValue = { readonly id: number; readonly value: string | null }

/** A ticket: facts 6. */
export type Ticket = {
  readonly id: number
  readonly external_id: string | null
  readonly via: Via
  readonly created_at: string
  readonly updated_at: string
  readonly type: string | null
  readonly subject: string
  readonly priority: string | null
  readonly status: string
  readonly recipient: string | null
  readonly requester_id: number
  readonly submitter_id: number
  readonly assignee_id: number | null
  readonly organization_id: number | null
  readonly group_id: number | null
  readonly follower_ids: readonly number[]
  readonly email_cc_ids: readonly number[]
  readonly problem_id: number | null
  readonly due_at: string | null
  readonly tags: readonly string[]
  readonly custom_fields: readonly FieldValue[]
  readonly satisfaction_rating: Readonly<Record<string, unknown>> | null
  readonly from_messaging_channel: boolean
  readonly hidden: {
    readonly archived: boolean
    readonly gone: { readonly at: number; readonly by: number; readonly state: string } | null
    readonly purged: boolean
  }
}

/** A comment; its text forms are worked out from `html_body`, so a redaction cannot miss one. */
export type Comment = {
  readonly id: number
  readonly ticket_id: number
  readonly type: 'Comment' | 'VoiceComment'
  readonly author_id: number
  readonly html_body: string
  readonly public: boolean
  readonly audit_id: number
  readonly via: Via
  readonly created_at: string
  readonly metadata: Readonly<Record<string, unknown>>
  readonly data: Readonly<Record<string, string | number | null>> | null
}

/** A file of a comment or of a suspended ticket. */
export type Attachment = {
  readonly id: number
  readonly comment_id: number
  readonly file_name: string
  readonly token: string
  readonly content_type: string
  readonly content: string
  readonly size: number
  readonly width: number | null
  readonly height: number | null
  readonly inline: boolean
  readonly redacted: boolean
}

/** One line of a ticket's history beside its comments. */
export type Audit = {
  readonly id: number
  readonly ticket_id: number
  readonly created_at: string
  readonly author_id: number
  readonly events: readonly Readonly<Record<string, unknown>>[]
  readonly metadata?: Readonly<Record<string, unknown>>
  readonly via?: Via
}

/** A message the account did not let in: facts 9. */
export type Suspended = {
  readonly id: number
  readonly author: { readonly id: number | null; readonly name: string; readonly email: string }
  readonly subject: string
  readonly content: string
  readonly cause: string
  readonly cause_id: number
  readonly message_id: string
  readonly ticket_id: number | null
  readonly recipient: string
  readonly created_at: string
  readonly updated_at: string
  readonly via: Via
}
