/** A number as a language writes it: `29,000`. */
export const countIn = (locale: string, n: number): string => numbers(locale).format(n)

/** The form of a word that a language uses for so many (CLDR plural rules). */
export const plural = (
  locale: string,
  n: number,
  forms: { readonly one: string; readonly other: string },
): string => (rules(locale).select(n) === 'one' ? forms.one : forms.other)

/** Several things in one sentence: `a, b and c`. */
export const listIn = (locale: string, things: readonly string[]): string =>
  lists(locale).format(things)

/** The day on which a moment falls for somebody: `23 December 2026`. `tz` is an IANA name. */
export const dateIn = (locale: string, tz: string, instant: string): string =>
  days(`${locale} ${tz}`).format(new Date(instant))

/** The day on which an answer is due: one day for everybody, wherever they read it. */
export const dueIn = (locale: string, due: string): string => dateIn(locale, 'UTC', due)

/** The day and minute of a moment for somebody: `23 Nov 2026, 10:04`. */
export const timeIn = (locale: string, tz: string, instant: string): string =>
  minutes(`${locale} ${tz}`).format(new Date(instant))

const numbers = remembering((locale) => new Intl.NumberFormat(locale))
const lists = remembering((locale) => new Intl.ListFormat(locale))
const rules = remembering((locale) => new Intl.PluralRules(locale))
const days = remembering((place) => new Intl.DateTimeFormat(...settings(place, 'long')))
const minutes = remembering((place) => new Intl.DateTimeFormat(...settings(place, 'medium')))

function settings(
  place: string,
  dateStyle: 'long' | 'medium',
): [string, Intl.DateTimeFormatOptions] {
  const [locale = 'en', timeZone = 'UTC'] = place.split(' ')
  return [
    locale,
    { dateStyle, timeZone, ...(dateStyle === 'medium' ? { timeStyle: 'short' } : {}) },
  ]
}

/** Making one costs more than using it a thousand times. */
function remembering<T>(make: (name: string) => T): (name: string) => T {
  const made = new Map<string, T>()
  return (name) => {
    const value = made.get(name) ?? make(name)
    made.set(name, value)
    return value
  }
}
