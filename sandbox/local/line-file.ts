import { closeSync, openSync, writeSync } from 'node:fs'

/** A file that lines are added to. */
export type LineFile = {
  /** Adds text; does nothing once the file is closed. */
  readonly add: (text: string) => void
  /** Closes it, once: the number of a file that is closed twice may be somebody else's by then. */
  readonly close: () => void
}

/** Opens a file for adding. A plain write survives `kill -9` of this process, not a power cut. */
export function openLineFile(path: string): LineFile {
  const fd = openSync(path, 'a')
  let isOpen = true
  return {
    add: (text) => {
      if (isOpen) writeSync(fd, text)
    },
    close: () => {
      if (isOpen) closeSync(fd)
      isOpen = false
    },
  }
}
