import { useEffect, useState } from 'preact/hooks'

type Theme = 'dark' | 'light'

const wished = matchMedia('(prefers-color-scheme: dark)')
const now = (): Theme => {
  const kept = document.documentElement.dataset['theme']
  if (kept === 'dark' || kept === 'light') return kept
  return wished.matches ? 'dark' : 'light'
}

/** The colours in use, and a switch that is remembered. */
export function useTheme(): [Theme, () => void] {
  const [theme, setTheme] = useState(now)
  useEffect(() => {
    const follow = (): void => setTheme(now())
    wished.addEventListener('change', follow)
    return () => wished.removeEventListener('change', follow)
  }, [])
  const turn = (): void => {
    const next = now() === 'dark' ? 'light' : 'dark'
    document.documentElement.dataset['theme'] = next
    localStorage.setItem('theme', next)
    setTheme(next)
  }
  return [theme, turn]
}
