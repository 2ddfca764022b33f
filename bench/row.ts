/** One figure of the table in the design, measured, with its peers measured in the same run. */
export type Row = {
  readonly row: number
  readonly figure: string
  readonly value: number
  readonly goal: string
  readonly met: boolean
  readonly peers: Readonly<Record<string, number>>
  readonly note: string
}

/** The middle one. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** How long something takes, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now()
  await work()
  return performance.now() - begin
}

export const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits))
