import { addToDraft, Refusal } from '../../flows/index.ts'
import { type Html, html } from '../../html.ts'
import { type Answer, go } from '../answer.ts'
import { menu, wordFor } from '../fields.ts'
import type { Form } from '../form.ts'
import { formOn } from './parts.ts'
import type { Scene } from './scene.ts'

/** The languages in which there are words for the person. */
const languages = ['en', 'fr']
const longest = 3000

/** How the person is answered. */
export function answerView(scene: Scene): Html {
  const { answer: said, index } = scene
  const { answer: words, review } = scene.visit.sight.words.window
  const proposed = index.traces.index.answer
  const ways = proposed.how === 'reply' ? (['reply', 'by-hand'] as const) : (['by-hand'] as const)
  const tongues = [...new Set([said.language, ...languages])]
  return html`<section class="card"><h2>${review.answer}</h2>
<p>${words.in(words[said.how], wordFor(words.languages, said.language))}${said.text && html` · ${words.own}`}</p>
<p class="muted small">${wordFor(words.why, proposed.code)}</p>
<details><summary class="small">${review.change}</summary>${formOn(
    scene,
    'answer',
    html`<div class="column"><div class="two">${menu(
      'how',
      words.how,
      ways.map((value) => ({ value, text: words[value] })),
      said.how,
    )}${menu(
      'language',
      words.language,
      tongues.map((value) => ({ value, text: wordFor(words.languages, value) })),
      said.language,
    )}</div>
<div class="field"><label for="own-words">${words.text}</label><textarea id="own-words" name="text" rows="5" maxlength="${longest}">${said.text}</textarea><span class="muted small">${words['text-hint']}</span></div>
<div class="row"><button class="button">${words.submit}</button></div></div>`,
  )}</details></section>`
}

/** Sets how the person is answered. Throws `Refusal` for a way that is not open. */
export async function setAnswer({ visit, office, index }: Scene, form: Form): Promise<Answer> {
  const { seen, index: found } = index.traces
  const how = form.one('how') === 'reply' ? 'reply' : 'by-hand'
  if (how === 'reply' && found.answer.how !== 'reply') {
    throw new Refusal('action-impossible', found.answer.code)
  }
  const text = form.one('text').trim().slice(0, longest)
  const given = form.one('language')
  const language = /^[a-zA-Z-]{2,20}$/.test(given) ? given : found.answer.language
  const more = { answer: { how, language, ...(text ? { text } : {}) } } as const
  await addToDraft({ id: visit.request, by: visit.by, seen, more }, office.hands)
  return go(visit.at(''))
}
