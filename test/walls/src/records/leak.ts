// Records stand on nothing of ours, and speak to nobody.
import type { App } from '@slack/bolt'
import axios from 'axios'
import type { AxiosInstance } from 'axios/index.js'
import { startZendesk } from '../../../../sandbox/zendesk/server.ts'
import { open } from '../commands/open.ts'
import { bundle } from '../exports/bundle.ts'
import { advance } from '../flows/index.ts'
import { post } from '../slack/post.ts'
import { verify } from '../terminal/verify.ts'
import type { Card } from '../views/card.ts'
import { en } from '../words/en.ts'
import type { Zendesk } from '../zendesk/index.ts'

export type Leaked = App | AxiosInstance | Card | Zendesk
export { advance, axios, bundle, en, open, post, startZendesk, verify }
