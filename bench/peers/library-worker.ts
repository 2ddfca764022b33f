import { parentPort, workerData } from 'node:worker_threads'
import AhoCorasick from 'ahocorasick'
import type { Term } from '../../src/flows/matching/index.ts'
import { findingWith, keywordsOf } from './naive-matching.ts'

// The best library that there is, as one would use it: fold, then search, in a thread of its own.
const terms = workerData as readonly Term[]
const keywords = keywordsOf(terms)
const places = new Map(keywords)
const library = new AhoCorasick(keywords.map(([word]) => word))
const find = findingWith(terms, (text) =>
  library.search(text).flatMap(([, words]) => words.map((word) => places.get(word) ?? -1)),
)

parentPort?.on('message', (texts: readonly string[]) => {
  parentPort?.postMessage(texts.map(find))
})
