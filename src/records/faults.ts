/** One thing that is wrong, and where. `text` says it all in words. */
export type Fault = {
  readonly text: string
  readonly file: string
  readonly line?: number
  readonly seq?: number
  readonly kind?: string
  readonly request?: string
}
