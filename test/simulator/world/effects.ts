import { disturbed, type Effect, type ObjectKey, type World } from './world.ts'

/** Writes down what a write did to one object. */
export function took(
  world: World,
  effect: Omit<Effect, 'by' | 'call'> & { call: string | undefined },
): void {
  const { call, ...rest } = effect
  world.effects.push({ ...rest, by: 'bot', ...(call ? { call } : {}) })
}

/** Writes down what somebody else did to one object; `touches` is what decisions look at in it. */
export function meddled(world: World, what: string, object: ObjectKey, touches = object): void {
  world.effects.push({ what, object, changed: true, by: 'outsider' })
  disturbed(world, touches)
}
