import { join } from 'node:path'
import { type AnswerFacts, answerDocument, answerFiles } from './exports/answer/index.ts'
import { makeBundle } from './exports/bundle/index.ts'
import { DiskShelf } from './exports/disk-shelf.ts'
import type { ExportHands } from './flows/index.ts'
import type { BundleOrder } from './records/collected.ts'
import type { FileStore } from './records/file-store.ts'
import type { Policy } from './records/policy.ts'
import { exportAnswer } from './words/answers.ts'
import { wordsFor } from './words/index.ts'

type ExportsOptions = {
  readonly keyBeside: FileStore['keyBeside']
  readonly dataDir: string
  readonly policy: () => Promise<Policy>
  /** Under which origin people reach the desk's pages: known once they are open. */
  readonly origin: () => string | undefined
}

/** Where exports lie, and how they are made: the shelf beside the vault, under the requests' own keys. */
export function exportsFor({ keyBeside, dataDir, policy, origin }: ExportsOptions): ExportHands {
  const shelf = new DiskShelf({ dir: join(dataDir, 'exports'), keyOf: keyBeside })
  return {
    shelf,
    bundle: async (order, progress) => {
      const rules = await policy()
      return await makeBundle(order, {
        shelf,
        words: wordsFor(order.language).bundle,
        ...(order.answer ? { answer: (held) => answerOf(order, held, rules) } : {}),
        ...(progress ? { progress } : {}),
      })
    },
    answer: ({ language, ...told }) => exportAnswer(language, told),
    get origin() {
      return origin()
    },
  }
}

function answerOf(
  { number, made, organisation, language }: BundleOrder,
  counts: AnswerFacts['counts'],
  { register, organisation: who }: Policy,
): ReadonlyMap<string, string> {
  const facts: AnswerFacts = {
    number,
    on: new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
      Date.parse(made),
    ),
    organisation,
    contact: who?.contact ?? organisation,
    authority: who?.complaints ?? '',
    language,
    counts,
    register,
  }
  return answerFiles(answerDocument(facts, wordsFor(language).accessAnswer), language)
}
