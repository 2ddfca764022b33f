import { Hono } from 'hono'
import { openStore } from './state/store.ts'

/** The workspace may use a web server and its own files. */
export { Hono, openStore }
