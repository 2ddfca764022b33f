import type { CollectedFile } from '../../records/collected.ts'

// Control characters are what must not get into a name.
const unsafe = /[\p{C}<>:"/\\|?*]/gu

/** Names that Windows keeps for devices. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/** Where a file lies in the bundle: under its ticket, by an id of its own, under a name that any system takes. */
export function pathOfFile(
  { ticket, id, name }: CollectedFile,
  shown: (name: string) => string,
): string {
  const safe = shown(name).replace(unsafe, '_').replace(/^\.+/, '_').slice(-80).trim()
  return `files/${ticket}/${id.replace(/[^\w-]/g, '_')}-${reserved.test(safe) ? '_' : ''}${safe || 'file'}`
}
