import axios from 'axios'
import { z } from 'zod'
import { send } from './send.ts'

/** The client may use the network's library and its own files. */
export const Clean = z.string()
export { axios, send }
