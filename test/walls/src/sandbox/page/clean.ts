import { Hono } from 'hono'
import { guard } from './guard.ts'

/** The page may use a web server and its own files. */
export { guard, Hono }
