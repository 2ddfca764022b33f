import type { TermRecord } from '../records/finds.ts'

/** What somebody writes to look for is taken for what it looks like; a name is only a hint. */
export function typedTerm(text: string): TermRecord {
  if (/^\S+@\S+\.\S+$/.test(text)) {
    return { kind: 'email', value: text.toLowerCase(), strength: 'strong' }
  }
  const digits = text.replace(/\D/g, '')
  const isPhone = /^[+0(][\d\s().\-/]+$/.test(text) && digits.length >= 8
  if (isPhone) return { kind: 'phone', value: text, strength: 'strong' }
  return { kind: 'name', value: text, strength: 'weak' }
}
