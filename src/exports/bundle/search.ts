import type { Conversation } from './conversation.ts'

/** The texts to search in, as a script that a page opened from a disk can load. */
export async function* searchTexts(all: AsyncIterable<Conversation>): AsyncGenerator<Uint8Array> {
  yield Buffer.from('window.bundleTexts={')
  let first = true
  for await (const { id, messages, passages = [] } of all) {
    const text = [...messages, ...passages].map((one) => plain(one.text)).join(' ')
    yield Buffer.from(`${first ? '' : ','}"${id}":${scriptText(text)}`)
    first = false
  }
  yield Buffer.from('}')
}

/** As the page folds what is asked for. */
const plain = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ')

// Line separators end a line of an older JavaScript, and `</` a script that is put into a page.
const scriptText = (text: string): string =>
  JSON.stringify(text).replace(
    /[\u2028\u2029<]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
