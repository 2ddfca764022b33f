/** Finds the places where patterns end. Patterns are known by their place in the list. */
export type Automaton = {
  /** Calls `found` for every place where a pattern ends, overlapping ones included. */
  readonly run: (
    codes: Uint16Array,
    length: number,
    found: (pattern: number, last: number) => void,
  ) => void
  /** The state after one more code unit; the first state is 0, and so is any that promises nothing. */
  readonly step: (state: number, code: number) => number
  /** Whether a pattern ends in a state. */
  readonly ends: (state: number) => boolean
  /** Whether a pattern has this code unit. */
  readonly knows: (code: number) => boolean
}

type Trie = { readonly next: Map<number, number>[]; readonly ends: number[][] }

/**
 * Aho-Corasick over UTF-16 code units: one table look-up per unit, whatever the number of patterns
 * (Aho and Corasick, 1975). No pattern may be empty.
 */
export function compileAutomaton(patterns: readonly string[]): Automaton {
  const { classes, width } = classify(patterns)
  const trie = grow(patterns, classes)
  const table = complete(trie, width)
  const { ends } = trie
  const step = (state: number, code: number): number =>
    table[state * width + (classes[code] ?? 0)] ?? 0

  return {
    run: (codes, length, found) => {
      let state = 0
      for (let index = 0; index < length; index += 1) {
        state = table[state * width + (classes[codes[index] ?? 0] ?? 0)] ?? 0
        const here = ends[state]
        if (here !== undefined && here.length > 0) for (const pattern of here) found(pattern, index)
      }
    },
    step,
    ends: (state) => (ends[state]?.length ?? 0) > 0,
    knows: (code) => classes[code] !== 0,
  }
}

/** Code units that no pattern has share class 0. */
function classify(patterns: readonly string[]): { classes: Uint16Array; width: number } {
  const classes = new Uint16Array(0x10000)
  let width = 1
  for (const pattern of patterns) {
    for (let index = 0; index < pattern.length; index += 1) {
      const code = pattern.charCodeAt(index)
      if (classes[code] !== 0) continue
      classes[code] = width
      width += 1
    }
  }
  return { classes, width }
}

function grow(patterns: readonly string[], classes: Uint16Array): Trie {
  const trie: Trie = { next: [new Map()], ends: [[]] }
  for (const [number, pattern] of patterns.entries()) {
    let state = 0
    for (let index = 0; index < pattern.length; index += 1) {
      state = child(trie, state, classes[pattern.charCodeAt(index)] ?? 0)
    }
    trie.ends[state]?.push(number)
  }
  return trie
}

function child(trie: Trie, state: number, letter: number): number {
  const known = trie.next[state]?.get(letter)
  if (known !== undefined) return known
  const made = trie.next.length
  trie.next[state]?.set(letter, made)
  trie.next.push(new Map())
  trie.ends.push([])
  return made
}

/** Breadth first: a missing edge is the edge of the longest suffix that is itself in the trie. */
function complete({ next, ends }: Trie, width: number): Int32Array {
  const table = new Int32Array(next.length * width)
  const suffix = new Int32Array(next.length)
  const queue: number[] = []
  const follow = (state: number, fallback: (letter: number) => number): void => {
    for (const [letter, target] of next[state] ?? []) {
      suffix[target] = fallback(letter)
      table[state * width + letter] = target
      queue.push(target)
    }
  }
  follow(0, () => 0)
  for (const state of queue) {
    const shorter = suffix[state] ?? 0
    table.copyWithin(state * width, shorter * width, (shorter + 1) * width)
    ends[state]?.push(...(ends[shorter] ?? []))
    follow(state, (letter) => table[shorter * width + letter] ?? 0)
  }
  return table
}
