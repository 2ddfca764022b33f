import { createHash } from 'node:crypto'
import type { Id } from '../records/primitives.ts'

const colours =
  'amber azure beige bronze cobalt copper coral crimson cyan ebony emerald golden green indigo ivory jade lilac maroon mauve ochre olive orange pearl pink plum purple ruby russet saffron scarlet silver tan teal umber violet white yellow'.split(
    ' ',
  )
const animals =
  'badger beaver bison crane curlew deer dolphin eagle falcon ferret finch fox gannet gull hare hawk heron ibex jackal kestrel lark lynx marten mole moose newt otter owl panda plover puffin quail raven robin seal sparrow stoat stork swan swift tern thrush vole walrus weasel wolf wren'.split(
    ' ',
  )

/** Two words by which people tell requests apart. They say nothing about the person. */
export function nameFor(id: Id): string {
  const digest = createHash('sha256').update(id).digest()
  const colour = colours[digest.readUInt32BE(0) % colours.length]
  const animal = animals[digest.readUInt32BE(4) % animals.length]
  return `${colour} ${animal}`
}

/** The number after the highest one of this year: `R-2026-0042`. */
export function numberAfter(numbers: readonly string[], year: number): string {
  const prefix = `R-${year}-`
  const taken = numbers
    .filter((number) => number.startsWith(prefix))
    .map((number) => Number(number.slice(prefix.length)))
  return `${prefix}${String(Math.max(0, ...taken) + 1).padStart(4, '0')}`
}
