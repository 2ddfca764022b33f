const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  agrave: 'à',
  ccedil: 'ç',
  ocirc: 'ô',
  ugrave: 'ù',
  icirc: 'î',
}

/** Tags and the text between them, in order; joined again they are the input. */
export const pieces = (html: string): string[] => html.match(/<[^>]*>|[^<]+|</g) ?? []

/** Whether a piece is a tag. */
export const isTag = (piece: string): boolean => /^<[^>]*>$/.test(piece)

/** Characters for entities. */
export const decode = (text: string): string =>
  text.replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (whole, name: string) => {
    if (/^#x/i.test(name)) return String.fromCodePoint(Number.parseInt(name.slice(2), 16))
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)))
    return entities[name.toLowerCase()] ?? whole
  })

/** Entities for the characters that would be markup. */
export const encode = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** What a reader sees: inline markup gone, blocks and breaks as new lines. */
export function plain(html: string): string {
  const text = pieces(html)
    .map((piece) => (isTag(piece) ? gap(piece) : decode(piece)))
    .join('')
  return text.replace(/\n{3,}/g, '\n\n').trim()
}

function gap(tag: string): string {
  if (/^<br\b/i.test(tag)) return '\n'
  return /^<\/(p|div|blockquote|li|h\d)\b/i.test(tag) ? '\n\n' : ''
}

/** Paragraphs as Zendesk wraps them. */
export function wrap(text: string): string {
  const paragraphs = text
    .trim()
    .split(/\n{2,}/)
    .map((part) => `<p dir="auto">${encode(part).replaceAll('\n', '<br>')}</p>`)
  return `<div class="zd-comment" dir="auto">${paragraphs.join('\n\n')}</div>`
}

/** Ready-made markup, wrapped. */
export const wrapHtml = (html: string): string => `<div class="zd-comment" dir="auto">${html}</div>`
