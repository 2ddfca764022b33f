/** Whose clock and language. */
export type Clock = { readonly locale: string; readonly tz: string }

/** Seconds since 1970 of a Slack `ts`. */
export const secondsOf = (ts: string): number => Number(ts.split('.')[0])

const shown = (at: number, { locale, tz }: Clock, how: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale, { timeZone: tz, ...how }).format(new Date(at * 1000))

/** Such as 14:05. */
export const timeOf = (at: number, clock: Clock): string => shown(at, clock, { timeStyle: 'short' })

/** Such as Monday 23 November. */
export const dayOf = (at: number, clock: Clock): string =>
  shown(at, clock, { weekday: 'long', day: 'numeric', month: 'long' })

/** The calendar day in that time zone, to compare. */
export const dayKey = (at: number, { tz }: Clock): string =>
  shown(at, { locale: 'sv-SE', tz }, { dateStyle: 'short' })

/** Such as 23 Nov 2026, 14:05. */
export const momentOf = (at: number, clock: Clock): string =>
  shown(at, clock, { dateStyle: 'medium', timeStyle: 'short' })

const styles: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  date: { dateStyle: 'long' },
  date_num: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date_slash: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date_short: { dateStyle: 'medium' },
  date_long: { dateStyle: 'full' },
  date_long_full: { dateStyle: 'full' },
  date_pretty: { dateStyle: 'long' },
  date_short_pretty: { dateStyle: 'medium' },
  date_long_pretty: { dateStyle: 'full' },
  day_divider_pretty: { dateStyle: 'full' },
  time: { timeStyle: 'short' },
  time_secs: { timeStyle: 'medium' },
}

/** The words of `<!date^…>`: a format such as `{date_short} at {time}`. */
export function dateWords(at: number, format: string, clock: Clock): string {
  return format.replace(/\{(\w+)\}/g, (whole, name: string) => {
    if (name === 'ago') return ago(at, Date.now() / 1000, clock.locale)
    const how = Object.hasOwn(styles, name) ? styles[name] : undefined
    return how ? shown(at, clock, how) : whole
  })
}

const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

/** Such as 3 minutes ago. */
export function ago(at: number, now: number, locale: string): string {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const past = at - now
  const [unit, size] = units.find(([, seconds]) => Math.abs(past) >= seconds) ?? ['second', 1]
  return words.format(Math.round(past / size), unit)
}
