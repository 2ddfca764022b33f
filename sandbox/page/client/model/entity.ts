import { type Inline, isSafeUrl, unescaped } from './inline.ts'

type Make = (target: string, label: string) => Inline

const bySign: Readonly<Record<string, Make>> = {
  '@': (id, label) => ({ kind: 'user', id, label }),
  '#': (id, label) => ({ kind: 'channel', id, label }),
  '!': (target, label) => {
    const [name = '', ...rest] = target.split('^')
    return (specials[name] ?? broadcast)(rest, label, name)
  },
}

/** What stands between `<` and `>` in Slack's text. */
export function entity(inside: string): Inline {
  const bar = inside.indexOf('|')
  const target = bar < 0 ? inside : inside.slice(0, bar)
  const label = bar < 0 ? '' : unescaped(inside.slice(bar + 1))
  return bySign[target.slice(0, 1)]?.(target.slice(1), label) ?? link(unescaped(target), label)
}

function link(url: string, label: string): Inline {
  if (!isSafeUrl(url)) return { kind: 'text', text: label || url }
  return { kind: 'link', url, text: label || url.replace(/^(mailto|tel):/, '') }
}

type Special = (rest: readonly string[], label: string, name: string) => Inline

const broadcast: Special = (_, label, name) => ({ kind: 'broadcast', range: label || name })

const specials: Readonly<Record<string, Special>> = {
  subteam: ([id = ''], label) => ({ kind: 'group', id, label }),
  date: ([at = '', format = '', url = ''], label) =>
    /^\d{1,11}$/.test(at)
      ? { kind: 'date', at: Number(at), format, url: isSafeUrl(url) ? url : '', fallback: label }
      : { kind: 'text', text: label },
}
