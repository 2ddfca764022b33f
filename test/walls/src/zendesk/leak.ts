// The client stands on nothing of ours, and keeps nothing.
import type { App } from '@slack/bolt'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import { startZendesk } from '../../../../sandbox/zendesk/server.ts'
import { open } from '../commands/open.ts'
import { bundle } from '../exports/bundle.ts'
import { advance } from '../flows/index.ts'
import type { Plan } from '../records/plan.ts'
import { post } from '../slack/post.ts'
import { verify } from '../terminal/verify.ts'
import type { Card } from '../views/card.ts'
import { en } from '../words/en.ts'

export type Leaked = App | Card | Plan
export { advance, bundle, en, JSONFile, Low, open, post, startZendesk, verify }
