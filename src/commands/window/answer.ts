import { Refusal } from '../../flows/index.ts'
import { answerView } from '../../views/window/answer.ts'
import { refusalWords } from '../../words/index.ts'
import type { Office } from '../deed.ts'
import { aboutOf, inWindow, overIt, requestOf, textIn } from './about.ts'
import { closing, keep } from './draft.ts'
import { type FoundNow, foundNow } from './found.ts'

/** The languages in which there are words for the person. */
const languages = ['en', 'fr']
/** What stands for the receipt while nobody has it. */
const noReceipt = '••••••••'

/** Opens the answer as it would be. */
export const changeAnswer = inWindow(
  'decide',
  async (visited, office) => {
    const { id, seen } = aboutOf(visited)
    const found = await foundNow(id, office)
    if (found.seen !== seen) throw new Refusal('finds-outdated')
    const { number } = await requestOf(id, office)
    const view = answerView(visited.sight, {
      request: id,
      user: visited.by.user,
      seen,
      proposed: found.index.answer,
      answer: found.answer,
      preview: preview(found, number, office),
      languages,
    })
    return { kind: 'push', view }
  },
  overIt,
)

function preview({ answer, tickets }: FoundNow, number: string, { hands }: Office): string {
  if (answer.text) return `${answer.text}\n\n${number} · ${noReceipt}`
  const count = (action: string) => tickets.filter((one) => one.action === action).length
  const kept = tickets.filter(({ action, find }) => action === 'keep' && find.relation === 'own')
  return hands.answer({
    language: answer.language,
    number,
    receipt: noReceipt,
    deleted: count('delete'),
    redacted: count('redact'),
    kept: kept.length,
  })
}

/** Sets how the person is answered. */
export const setAnswer = inWindow('decide', async (visited, office) => {
  if (visited.way !== 'submission') return { kind: 'nothing' }
  const { id } = aboutOf(visited)
  const { index } = await foundNow(id, office)
  const how = textIn(visited, 'how') === 'reply' ? 'reply' : 'by-hand'
  const { words } = visited.sight
  if (how === 'reply' && index.answer.how !== 'reply') {
    const why = refusalWords(words, 'action-impossible', index.answer.code)
    return { kind: 'errors', errors: { how: why } }
  }
  const text = textIn(visited, 'text').trim()
  const language = textIn(visited, 'language') || index.answer.language
  await keep(visited, office, { answer: { how, language, ...(text ? { text } : {}) } })
  return await closing(visited, office)
})
