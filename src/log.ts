import { readableFrame } from './frames.ts'

/** What an operator reads: one line each, codes and figures, never what somebody wrote or is called. */
export type Log = {
  readonly note: (code: string, detail?: Readonly<Record<string, string | number>>) => void
  /** An error that nobody expected: its kind and where it was thrown. Its message may quote anything. */
  readonly trouble: (where: string, error: unknown) => void
}

/** A log of JSON lines. */
export function logTo(write: (line: string) => void, now: () => string): Log {
  const line = (fields: object): void => write(`${JSON.stringify({ at: now(), ...fields })}\n`)
  return {
    note: (code, detail = {}) => line({ code, ...detail }),
    trouble: (where, error) => line({ code: 'trouble', where, ...kindOf(error) }),
  }
}

function kindOf(error: unknown): object {
  if (!(error instanceof Error)) return { error: typeof error }
  const { name, stack = '' } = error
  const frames = stack.split('\n').filter((text) => /^\s+at /.test(text))
  const code: unknown = 'code' in error ? error.code : undefined
  return {
    error: name,
    ...(typeof code === 'string' ? { says: code } : {}),
    from: frames.slice(0, 6).map(readableFrame),
  }
}
