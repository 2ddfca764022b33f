import { wordsOf } from '../search/words.ts'
import {
  crowdSize,
  isSigned,
  mentionAt,
  numberAt,
  stageAt,
  type Writer,
  writerAt,
} from './crowd-plan.ts'
import { mentionText, signature } from './crowd-texts.ts'
import { orderOf, type Plan, planOf } from './filler.ts'
import { randomFrom } from './random.ts'

/** The draws of a ticket: the same each time. */
const drawsOf = (place: number, writer: Writer): Plan =>
  planOf(randomFrom(place + 7), writer.french, stageAt(place).status)

const parts = 8

/** Which texts each of these tickets is made of: enough to tell which words it may have. */
export class CrowdWords {
  readonly #texts: string[] = ['']
  readonly #ids = new Map<string, number>([['', 0]])
  readonly #made = new Uint16Array(crowdSize * parts)
  readonly #agents = new Float64Array(crowdSize)

  constructor(customers: readonly Writer[]) {
    for (let place = 0; place < crowdSize; place += 1) {
      const writer = writerAt(place, customers)
      const { topic, agent, item, ask, answer = '', end = '', subject } = drawsOf(place, writer)
      const said = [topic.tag, subject, ask, answer, end, item, `${writer.first} ${agent.name}`]
      for (const [at, text] of [...said, extraAt(place)].entries())
        this.#made[place * parts + at] = this.#idOf(text)
      this.#agents[place] = answer === '' ? 0 : agent.id
    }
  }

  #idOf(text: string): number {
    const known = this.#ids.get(text)
    if (known !== undefined) return known
    this.#texts.push(text)
    this.#ids.set(text, this.#texts.length - 1)
    return this.#texts.length - 1
  }

  /** Those that an agent has answered. */
  assigned(agent: number): number[] {
    const found: number[] = []
    for (let place = 0; place < crowdSize; place += 1)
      if (this.#agents[place] === agent) found.push(numberAt(place))
    return found
  }

  /** Those that may have a word with each of these beginnings. */
  worded(beginnings: readonly string[]): number[] {
    const hits = beginnings.map((beginning) => ({
      beginning,
      texts: this.#texts.map((text) => wordsOf(text).some((word) => word.startsWith(beginning))),
      isOrder: beginning.startsWith('no') || beginning === 'n',
    }))
    const found: number[] = []
    for (let place = 0; place < crowdSize; place += 1)
      if (hits.every((hit) => this.#has(place, hit))) found.push(numberAt(place))
    return found
  }

  #has(place: number, { beginning, texts, isOrder }: Hit): boolean {
    for (let at = 0; at < parts; at += 1)
      if (texts[this.#made[place * parts + at] ?? 0]) return true
    return isOrder && orderOf(numberAt(place)).toLowerCase().startsWith(beginning)
  }
}

type Hit = {
  readonly beginning: string
  readonly texts: readonly boolean[]
  readonly isOrder: boolean
}

function extraAt(place: number): string {
  if (isSigned(place)) return signature
  const form = mentionAt(place)
  return form === 0 ? '' : mentionText(form)
}
