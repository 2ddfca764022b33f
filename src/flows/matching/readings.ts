/** An attribute's value as it stands and, for links, with its percent signs and pluses undone. */
export function readings(value: string): string[] {
  if (/^\s*data:/i.test(value)) return []
  const plain = value.replace(/(?:%[0-9a-f]{2})+/gi, decoded)
  return [...new Set([value, plain, plain.replaceAll('+', ' ')])]
}

function decoded(escapes: string): string {
  try {
    return decodeURIComponent(escapes)
  } catch {
    return escapes
  }
}
