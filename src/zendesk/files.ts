import type { HttpTools } from './send.ts'

/** What an address gave: enough to tell a file from a blackened one and from none. */
export type FileLook = {
  status: number
  /** Media type, in lower case, without its parameters. */
  type?: string
  /** As the answer names the file; a redacted one is `redacted.txt`. */
  name?: string
  /** In bytes, where the answer tells it or ends soon. */
  size?: number
}

export const files = (_tools: HttpTools & { origin: string; timeoutMs: number }) => ({
  look: async (_url: string): Promise<FileLook> => await Promise.reject(new Error('later')),
})
