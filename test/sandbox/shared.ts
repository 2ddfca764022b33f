import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Reference material that stands beside the repository and is not part of it. */
export const sharedFolder = fileURLToPath(new URL('../../../shared/zendesk/', import.meta.url))

/** Whether a file of it is there; a test that cannot run says so. */
export function isShared(name: string): boolean {
  const there = existsSync(sharedFolder + name)
  if (!there)
    process.stderr.write(
      `NOT CHECKED: ../shared/zendesk/${name} is missing, its contract tests are skipped\n`,
    )
  return there
}
