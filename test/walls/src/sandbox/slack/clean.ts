import { Hono } from 'hono'
import { openAccount } from './account/open-account.ts'

/** The account may use a web server and its own files. */
export { Hono, openAccount }
