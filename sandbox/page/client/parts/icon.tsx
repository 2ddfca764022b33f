import type { JSX } from 'preact'

const paths = {
  hash: 'M9.5 4 7.5 20M16.5 4l-2 16M4.5 9h15M4 15h15',
  lock: 'M7 11V8a5 5 0 0 1 10 0v3M6 11h12v9H6z',
  link: 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1',
  archive: 'M4 5h16v4H4zM5.5 9v10h13V9M10 13h4',
  home: 'M4 11 12 4l8 7M6 9.5V20h12V9.5M10 20v-5h4v5',
  send: 'M5 12h13M12 5l7 7-7 7',
  bolt: 'M13 3 5 14h6l-1 7 8-11h-6z',
  close: 'M6 6l12 12M18 6 6 18',
  back: 'M19 12H6M12 5l-7 7 7 7',
  down: 'M6 9l6 6 6-6',
  check: 'M5 12.5 10 17 19 7',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  reply: 'M4 5h16v11H11l-5 4v-4H4z',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9a3 3 0 1 1 0 6 3 3 0 0 1 0-6z',
  search: 'M11 5a6 6 0 1 1 0 12 6 6 0 0 1 0-12zM15.5 15.5 20 20',
  sun: 'M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z',
  compass: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM15.5 8.5l-2 5-5 2 2-5z',
  panel: 'M4 5h16v14H4zM14 5v14',
  warning: 'M12 4 2.8 19.5h18.4zM12 10v4.5M12 17h.01',
  people:
    'M9 5a3.2 3.2 0 1 1 0 6.4A3.2 3.2 0 0 1 9 5zM3 19.5c0-3.3 2.7-5.5 6-5.5s6 2.2 6 5.5M16 5.4a3 3 0 0 1 0 5.7M17.5 14.3c2.2.7 3.7 2.6 3.7 5.2',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
} as const

/** The name of a drawing. */
export type IconName = keyof typeof paths

/** A small line drawing; words beside it say what it means. */
export const Icon = ({ name, size = 18 }: { name: IconName; size?: number }): JSX.Element => (
  <svg
    class="icon"
    viewBox="0 0 24 24"
    width={size}
    height={size}
    fill="none"
    stroke="currentColor"
    stroke-width={name === 'more' ? 2.6 : 1.7}
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d={paths[name]} />
  </svg>
)
