import type { JSX } from 'preact'

/** The mark of Rights Desk: three lines of a letter, one of them blacked out. */
export const Mark = ({ size = 32 }: { size?: number }): JSX.Element => (
  <svg class="mark" viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
    <rect class="mark-ground" width="32" height="32" rx="8" />
    <path class="mark-line" d="M8 10h10M8 22h16" />
    <rect class="mark-bar" x="8" y="13.4" width="16" height="5.2" rx="1.4" />
  </svg>
)
