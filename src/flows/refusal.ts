/** Why a deed is not done. The words for each stand in `src/words`. */
export type RefusalCode =
  | 'unknown-request'
  | 'subject-missing'
  | 'subject-email'
  | 'subject-unclear'
  | 'subject-number'
  | 'subject-elsewhere'
  | 'subjects-faulty'
  | 'subjects-too-many'
  | 'one-person-only'
  | 'view-unknown'
  | 'view-empty'
  | 'received-unclear'
  | 'role-missing'
  | 'not-a-member'
  | 'people-unknown'
  | 'policy-unreadable'
  | 'own-request'
  | 'excluded'
  | 'already-approved'
  | 'digest-outdated'
  | 'finds-outdated'
  | 'count-wrong'
  | 'less-of-many'
  | 'not-waiting'
  | 'nobody-found'
  | 'not-among-found'
  | 'person-is-staff'
  | 'person-is-admin'
  | 'person-is-ourselves'
  | 'term-unclear'
  | 'still-undecided'
  | 'reason-missing'
  | 'unknown-item'
  | 'action-impossible'
  | 'closed'
  | 'already-begun'
  | 'not-begun'
  | 'answer-missing'
  | 'not-halted'
  | 'call-under-way'
  | 'nothing-to-restore'
  | 'paused'
  | 'already-halted'
  | 'already-paused'
  | 'not-paused'

/** The rules say no. Nothing was changed; the code says why, the detail is a count or a code. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: RefusalCode
  readonly detail: string
  constructor(code: RefusalCode, detail = '') {
    super(detail ? `${code} (${detail})` : code)
    this.code = code
    this.detail = detail
  }
}
