// Words are only words.

import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { App } from '@slack/bolt'
import axios from 'axios'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import { startZendesk } from '../../../../sandbox/zendesk/server.ts'
import { open } from '../commands/open.ts'
import { bundle } from '../exports/bundle.ts'
import type { RefusalCode } from '../flows/refusal.ts'
import type { Plan } from '../records/plan.ts'
import { post } from '../slack/post.ts'
import { verify } from '../terminal/verify.ts'
import type { Card } from '../views/card.ts'
import { Zendesk } from '../zendesk/index.ts'

export type Leaked = App | Card | Plan | RefusalCode
export {
  axios,
  bundle,
  createServer,
  JSONFile,
  Low,
  open,
  post,
  readFile,
  startZendesk,
  verify,
  Zendesk,
}
