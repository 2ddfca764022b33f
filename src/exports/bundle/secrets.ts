/**
 * Values that a business never discloses, whoever asks: numbers of identity documents, bank accounts
 * and health insurance, passwords (Cal. Code Regs. tit. 11, § 7024(d)).
 */
const passwords =
  /((?:password|passcode|passphrase|pin|mot de passe|mdp|code secret)\s*(?:is|est|[:=])\s*)(\S+)/giu
const ssn = /\b(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}\b/g
const iban = /\b[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{2,4}){3,8}\b/g
const card = /\b\d(?:[ -]?\d){12,18}\b/g

/** The text with each of them replaced by what `instead` gives. */
export function hideSecrets(text: string, instead: () => string): string {
  return text
    .replace(passwords, (_, before: string) => before + instead())
    .replace(ssn, instead)
    .replace(iban, (found) => withoutFirst(found, isIban, instead))
    .replace(card, (found) => withoutFirst(found, isCard, instead))
}

/** What follows a number may look as if it went on: of its groups the most that make one are hidden. */
function withoutFirst(
  found: string,
  is: (number: string) => boolean,
  instead: () => string,
): string {
  const gaps = Array.from(found.matchAll(/[ -]/g), ({ index }) => index).toReversed()
  const end = [found.length, ...gaps].find((at) => is(found.slice(0, at)))
  return end === undefined ? found : instead() + found.slice(end)
}

/** ISO 13616: the number that its letters and digits make leaves 1 when divided by 97. */
function isIban(found: string): boolean {
  const plain = found.replaceAll(' ', '')
  if (plain.length < 15 || plain.length > 34) return false
  const turned = plain.slice(4) + plain.slice(0, 4)
  const digits = Array.from(turned, (sign) => Number.parseInt(sign, 36).toString()).join('')
  let rest = 0
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97
  return rest === 1
}

/** ISO/IEC 7812: Luhn's sum is a multiple of ten. */
function isCard(found: string): boolean {
  const digits = Array.from(found.replace(/\D/g, ''), Number).toReversed()
  const sum = digits.reduce((all, digit, i) => {
    const twice = digit * 2
    return all + (i % 2 === 0 ? digit : twice > 9 ? twice - 9 : twice)
  }, 0)
  return digits.length >= 13 && sum % 10 === 0
}
