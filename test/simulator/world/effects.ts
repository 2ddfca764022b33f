import { disturbed, type ObjectKey, type World } from './world.ts'

/** Writes down what a write did to one object. */
export function took(
  world: World,
  effect: { what: string; object: ObjectKey; changed: boolean; call: string | undefined },
): void {
  const { what, object, changed, call } = effect
  world.effects.push({ what, object, changed, by: 'bot', ...(call ? { call } : {}) })
}

/** Writes down what somebody else did to one object; `touches` is what decisions look at in it. */
export function meddled(world: World, what: string, object: ObjectKey, touches = object): void {
  world.effects.push({ what, object, changed: true, by: 'outsider' })
  disturbed(world, touches)
}
