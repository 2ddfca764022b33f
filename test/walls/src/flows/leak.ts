// Everything that a flow must not reach for. The linter has to refuse each line.

import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { request } from 'node:https'
import { connect } from 'node:net'
import type { App } from '@slack/bolt'
import { WebClient } from '@slack/web-api'
import axios from 'axios'
import { toFormData } from 'axios/unsafe/helpers/toFormData.js'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import { startZendesk } from '../../../../sandbox/zendesk/server.ts'
import { open } from '../commands/open.ts'
import { bundle } from '../exports/bundle.ts'
import { post } from '../slack/post.ts'
import { verify } from '../terminal/verify.ts'
import type { Card } from '../views/card.ts'
import type { Words } from '../words/en.ts'

export type Leaked = App | Card | Words
export {
  axios,
  bundle,
  connect,
  createServer,
  JSONFile,
  Low,
  open,
  post,
  readFile,
  readFileSync,
  request,
  startZendesk,
  toFormData,
  verify,
  WebClient,
}
