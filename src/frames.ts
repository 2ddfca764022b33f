import { readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { fileURLToPath } from 'node:url'

/** The bundle that this runs in; or this file, where there is none. */
const here = import.meta.url

let map: SourceMap | undefined

/**
 * A frame of a stack without this machine's folders, and with the file that was written instead of
 * the bundle's line (decision 0016).
 */
export function readableFrame(frame: string): string {
  return asWritten(frame.trim()).replace(/\(?file:\/\/.*\/(?=src\/|node_modules\/|dist\/)/, '(')
}

function asWritten(frame: string): string {
  const at = frame.lastIndexOf(`${here}:`)
  if (at < 0 || !here.endsWith('.mjs')) return frame
  const [line = 0, column = 0] = (frame.slice(at + here.length).match(/\d+/g) ?? []).map(Number)
  const origin = originOf(line, column)
  return origin ? `${frame.slice(0, at)}${origin})` : frame
}

/** Without the map, or where it says nothing, the bundle's line must do. */
function originOf(line: number, column: number): string | undefined {
  try {
    map ??= new SourceMap(JSON.parse(readFileSync(`${fileURLToPath(here)}.map`, 'utf8')))
  } catch {
    return undefined
  }
  const origin = map.findOrigin(line, column)
  if (!('fileName' in origin)) return undefined
  const file = origin.fileName.replace(/^.*?(?=src\/|node_modules\/)/, '')
  return `${file}:${origin.lineNumber}:${origin.columnNumber}`
}
