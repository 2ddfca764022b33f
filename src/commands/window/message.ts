const patterns: readonly RegExp[] = [
  /https?:\/\/[^\s<>|]+\/(?:tickets|requests)\/\d+/i,
  /[^\s<>|:"'()]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u,
  /(?<=(?:ticket|request|demande|n°|#)\s*(?:n°|#)?\s*)\d{1,12}\b/i,
  /(?<![\d+.,/-]|[\d+.]\s)\d{3,12}(?![\d.,/-]*\d|\s\d)/,
]

/**
 * The first ticket number or address, or e-mail address, in somebody's message; `undefined` when
 * there is none. A human looks at it before anything is done with it.
 */
export function subjectIn(message: string): string | undefined {
  const found = patterns
    .map((pattern) => pattern.exec(message))
    .filter((match) => match !== null)
    .toSorted((a, b) => a.index - b.index)
  return found[0]?.[0]
}
