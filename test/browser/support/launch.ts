import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** Debian's Chromium, the one browser these tests are run in. */
const chromiumPath = '/usr/bin/chromium'

/** The browser of the machine, without a window. */
export async function launch(): Promise<Browser> {
  if (!existsSync(chromiumPath))
    throw new Error(
      `The browser tests need Chromium at ${chromiumPath}. On Debian: apt-get install -y chromium`,
    )
  return await chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
