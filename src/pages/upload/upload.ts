import { Refusal } from '../../flows/index.ts'
import type { SubjectFault } from '../../flows/subjects.ts'
import { type Html, html } from '../../html.ts'
import { refusalWords } from '../../words/index.ts'
import { type Answer, page } from '../answer.ts'
import type { Form } from '../form.ts'
import { notice, plain } from '../shell.ts'
import { formTo, type Office, type Visit } from '../visit.ts'
import { listTextOf } from './list-text.ts'
import { openList } from './open-list.ts'

/** A list of people, one on each line: one request for all of them, or none. */
export async function upload(visit: Visit, office: Office): Promise<Answer> {
  const { form } = visit
  return form ? await sent(visit, office, form) : shown(visit)
}

async function sent(visit: Visit, office: Office, form: Form): Promise<Answer> {
  const { upload: words } = visit.sight.words.pages
  const list = await listTextOf(form)
  if ('wrong' in list) return shown(visit, { notice: notice('bad', words[list.wrong]) })
  try {
    const opened = await openList({ text: list.text, by: visit.by }, office)
    if ('faults' in opened) return faulty(visit, list.text, opened.faults)
    const { number, people, duplicates } = opened
    const twice = duplicates > 0 ? [words.twice(duplicates)] : []
    return page(words.title, plain(number, words.done(number, people), ...twice, words.another))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const why = refusalWords(visit.sight.words, error.code, error.detail)
    return shown(visit, { text: list.text, notice: notice('bad', why) })
  }
}

/** More faults than this are mended by nobody one by one. */
const mostFaults = 200

function faulty(visit: Visit, text: string, faults: readonly SubjectFault[]): Answer {
  const { words } = visit.sight
  const { upload: said } = words.pages
  const rows = faults
    .slice(0, mostFaults)
    .map(
      ({ line, code, detail, of }) =>
        html`<tr><td class="n">${line}</td><td><mark>${of.slice(0, 200)}</mark></td><td class="wide">${refusalWords(words, code, detail)}</td></tr>`,
    )
  const table = html`<div class="card"><table class="stack"><thead><tr><th scope="col" class="n">${said.line}</th><th scope="col">${said.written}</th><th scope="col">${said.fault}</th></tr></thead><tbody>${rows}</tbody></table></div>`
  return shown(visit, { text, notice: html`${notice('bad', said.faults(faults.length))}${table}` })
}

function shown(
  visit: Visit,
  { text = '', notice: said }: { readonly text?: string; readonly notice?: Html } = {},
): Answer {
  const { upload: words } = visit.sight.words.pages
  const answer = page(
    words.title,
    html`<div class="head"><h1>${words.title}</h1><p class="muted">${words.text}</p></div>${said}
<section class="card">${formTo(
      visit,
      '',
      html`<div class="column"><div class="field"><label for="list">${words.list}</label><textarea id="list" name="list" rows="14" spellcheck="false">${text}</textarea></div>
<div class="field"><label for="file">${words.file}</label><input type="file" id="file" name="file" accept=".txt,.csv,text/plain,text/csv"></div>
<div class="row"><button class="button primary">${words.send}</button></div></div>`,
      html` enctype="multipart/form-data"`,
    )}</section>`,
  )
  return said === undefined ? answer : { ...answer, status: 422 }
}
