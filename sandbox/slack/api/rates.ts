import type { Json } from '../blocks/walk.ts'
import type { Method } from './call.ts'

/** The times of recent calls, by method, and by channel for posts. */
export type Meter = Map<string, number[]>

const minute = 60_000
/** A post a second in a channel, in short bursts (facts 4). */
const burst = 5

/** Seconds to wait, 0 when the call may go: tiers per method, and posts per channel (facts 4). */
export function tooFast(meter: Meter, method: Method, args: Json, now: number): number {
  if (method.name === 'chat.postMessage') {
    const channel = `post:${String(args['channel'])}`
    return count(meter, channel, { now, most: burst, within: burst * 1000 })
  }
  if (!method.perMinute) return 0
  return count(meter, method.name, { now, most: method.perMinute, within: minute })
}

type Window = { readonly now: number; readonly most: number; readonly within: number }

function count(meter: Meter, key: string, { now, most, within }: Window): number {
  const recent = (meter.get(key) ?? []).filter((at) => at > now - within)
  const oldest = recent[0]
  if (recent.length >= most && oldest !== undefined) {
    meter.set(key, recent)
    return Math.max(1, Math.ceil((oldest + within - now) / 1000))
  }
  meter.set(key, [...recent, now])
  return 0
}
