import { around, evidence, files, page, role, source, whole } from './window/evidence.ts'
import { find, kind, reason, status, via, where } from './window/finds.ts'
import { answer, change, doubtful, identities, list, terms } from './window/forms.ts'
import { group, review, standing } from './window/review.ts'
import { intake, looking, people } from './window/start.ts'

/** The lead's window: intake, looking, confirming, deciding, and what follows. */
export const window = {
  intake,
  looking,
  people,
  review,
  group,
  list,
  change,
  doubtful,
  terms,
  answer,
  identities,
  standing,
  find,
  reason,
  via,
  status,
  kind,
  where,
  evidence,
  source,
  around,
  files,
  whole,
  page,
  role,
} as const
