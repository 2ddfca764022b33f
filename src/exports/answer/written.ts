import { html } from '../../html.ts'
import { page } from '../page.ts'
import type { AnswerDocument } from './document.ts'

/** The answer in the three forms in which it is handed over, by file name. */
export const answerFiles = (document: AnswerDocument, language: string): Map<string, string> =>
  new Map([
    ['answer.html', asHtml(document, language)],
    ['answer.md', asMarkdown(document)],
    ['answer.json', `${JSON.stringify(document, undefined, 2)}\n`],
  ])

const asHtml = (
  { title, intro, categories, rightsTitle, rights, end }: AnswerDocument,
  language: string,
) =>
  page(
    language,
    title,
    html`<h1>${title}</h1><p>${intro}</p>${categories.map(
      ({ name, held, told }) =>
        html`<section><h2>${name}</h2><p>${held}</p><table><tbody>${told.map(
          ([label, text]) => html`<tr><th scope="row">${label}</th><td>${text}</td></tr>`,
        )}</tbody></table></section>`,
    )}<h2>${rightsTitle}</h2><ul>${rights.map((one) => html`<li>${one}</li>`)}</ul>${end.map(
      (one) => html`<p>${one}</p>`,
    )}`,
  )

function asMarkdown({
  title,
  intro,
  categories,
  rightsTitle,
  rights,
  end,
}: AnswerDocument): string {
  const each = categories.flatMap(({ name, held, told }) => [
    `## ${plain(name)}`,
    plain(held),
    told.map(([label, text]) => `- **${plain(label)}**: ${plain(text)}`).join('\n'),
  ])
  const last = [`## ${plain(rightsTitle)}`, rights.map((one) => `- ${plain(one)}`).join('\n')]
  return `${[`# ${plain(title)}`, plain(intro), ...each, ...last, ...end.map(plain)].join('\n\n')}\n`
}

/** A text that Markdown shows as it is, on one line. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|]/g, '\\$&')
