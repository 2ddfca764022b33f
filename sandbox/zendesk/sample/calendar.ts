const day = 86_400_000

// Ticket numbers and how many days before the first start they were written.
const marks = [
  [0, 2200],
  [21_400, 1460],
  [31_500, 980],
  [42_000, 260],
  [44_000, 118],
  [46_900, 40],
  [47_900, 12],
  [48_213, 2],
  [48_330, 0.05],
] as const

/** When a ticket was written, so that numbers and dates grow together. */
export function writtenAt(ticket: number, now: number): number {
  const after = marks.findIndex(([number]) => number > ticket)
  const [low, high] = [marks[Math.max(0, after - 1)] ?? marks[0], marks[after] ?? [ticket, 0.02]]
  const part = (ticket - low[0]) / Math.max(1, high[0] - low[0])
  return now - (low[1] + (high[1] - low[1]) * part) * day
}
