import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../../shared/slack/payloads/', import.meta.url))

/** Whether the recorded payloads are there; a test that cannot run says so. */
export const isShared: boolean = existsSync(folder)
if (!isShared)
  process.stderr.write('NOT CHECKED: ../shared/slack/payloads is missing, its tests are skipped\n')

/** The JSON files of a folder of recorded payloads, by name. */
export function payloads(under: string): [name: string, payload: unknown][] {
  if (!isShared) return []
  return readdirSync(join(folder, under), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => [basename(name, '.json'), payload(join(under, name))])
}

/** One recorded payload. */
export const payload = (path: string): unknown =>
  JSON.parse(readFileSync(join(folder, path), 'utf8'))
