import { setTimeout as rest } from 'node:timers/promises'
import { type Answer, Connection } from './connection.ts'

/** How a server took a load. Milliseconds; `wrong` counts answers that are not what they must be. */
export type Taken = {
  readonly perSecond: number
  readonly times: readonly number[]
  readonly wrong: number
}

type Right = (answer: Answer) => boolean

/** So many at once: each connection sends its next as soon as it is answered. */
export async function closedLoop(
  port: number,
  deliveries: readonly Buffer[],
  { inFlight, isRight }: { readonly inFlight: number; readonly isRight: Right },
): Promise<Taken> {
  const connections = await Promise.all(
    Array.from({ length: inFlight }, async () => await Connection.to(port)),
  )
  const times: number[] = []
  let next = 0
  let wrong = 0
  const begin = performance.now()
  await Promise.all(
    connections.map(async (connection) => {
      for (let bytes = deliveries[next]; bytes; bytes = deliveries[next]) {
        next += 1
        const sent = performance.now()
        const answer = await connection.send(bytes)
        times.push(performance.now() - sent)
        if (!isRight(answer)) wrong += 1
      }
    }),
  )
  const seconds = (performance.now() - begin) / 1000
  for (const connection of connections) connection.close()
  return { perSecond: deliveries.length / seconds, times, wrong }
}

type OpenLoop = {
  readonly perSecond: number
  readonly isRight: Right
  readonly isOver?: () => boolean
}

/**
 * So many a second, whatever becomes of them. Times count from the moment at which one was due, so
 * that a server that stands still is not asked less. Ends early when `isOver` says so.
 */
export async function openLoop(
  port: number,
  deliveries: readonly Buffer[],
  { perSecond, isRight, isOver = () => false }: OpenLoop,
): Promise<Taken> {
  const idle: Connection[] = []
  const times: number[] = []
  let wrong = 0
  const begin = performance.now()
  const send = async (bytes: Buffer, due: number): Promise<void> => {
    try {
      const connection = await openOne(idle, port)
      const answer = await connection.send(bytes)
      times.push(performance.now() - due)
      if (!isRight(answer)) wrong += 1
      idle.push(connection)
    } catch {
      times.push(Number.POSITIVE_INFINITY)
      wrong += 1
    }
  }
  const sent: Promise<void>[] = []
  for (const [i, bytes] of deliveries.entries()) {
    if (isOver()) break
    const due = begin + (i * 1000) / perSecond
    const early = due - performance.now()
    if (early > 0) await rest(early)
    sent.push(send(bytes, due))
  }
  await Promise.all(sent)
  const seconds = (performance.now() - begin) / 1000
  for (const connection of idle) connection.close()
  return { perSecond: sent.length / seconds, times, wrong }
}

/** One that nobody uses now, or a new one. */
async function openOne(idle: Connection[], port: number): Promise<Connection> {
  for (let one = idle.pop(); one; one = idle.pop()) if (one.isOpen) return one
  return await Connection.to(port)
}

/** The time within which a share of the answers came. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
