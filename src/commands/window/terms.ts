import { Refusal } from '../../flows/index.ts'
import { typedTerm } from '../../flows/typed-term.ts'
import type { TermRecord } from '../../records/finds.ts'
import { termsView } from '../../views/window/terms.ts'
import { aboutOf, inWindow, listIn, overIt, textIn } from './about.ts'
import { closing, keep } from './draft.ts'
import { foundNow } from './found.ts'

/** Opens what is looked for. */
export const changeTerms = inWindow(
  'decide',
  async (visited, office) => {
    const { id, seen } = aboutOf(visited)
    const { index, choices, seen: now } = await foundNow(id, office)
    if (now !== seen) throw new Refusal('finds-outdated')
    const accepted = choices.acceptTerms ?? []
    const view = termsView(visited.sight, {
      request: id,
      user: visited.by.user,
      seen,
      index,
      accepted,
    })
    return { kind: 'push', view }
  },
  overIt,
)

/** Sets what is to be looked for, too: only what somebody has ticked or written. */
export const setTerms = inWindow('decide', async (visited, office) => {
  if (visited.way !== 'submission') return { kind: 'nothing' }
  const { id, seen } = aboutOf(visited)
  const { index, seen: now } = await foundNow(id, office)
  if (now !== seen) throw new Refusal('finds-outdated')
  const ticked = Object.keys(visited.values)
    .filter((name) => name.startsWith('terms-'))
    .flatMap((name) => listIn(visited, name))
    .flatMap((at) => index.proposedTerms[Number(at)]?.term ?? [])
  const written = termsIn(textIn(visited, 'more'))
  if (!written) {
    return { kind: 'errors', errors: { more: visited.sight.words.window.terms.short } }
  }
  await keep(visited, office, { acceptTerms: [...ticked, ...written] })
  return await closing(visited, office)
})

/** What somebody wrote, one term on each line; nothing where one of them is too short. */
export function termsIn(text: string): TermRecord[] | undefined {
  const lines = text.split('\n').map((line) => line.trim())
  const terms = lines.filter((line) => line !== '').map(typedTerm)
  return terms.every(isLongEnough) ? terms : undefined
}

/** What is found everywhere tells nobody from anybody else. */
const isLongEnough = ({ value }: TermRecord): boolean =>
  (value.match(/[\p{L}\p{N}]/gu) ?? []).length >= 2
