import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Zendesk as Account, startZendesk } from '../zendesk/server.ts'
import { DeskProcess } from './desk-client.ts'
import { type Colleague, policy, setOfficers, staff } from './staff.ts'

/** Where the tour takes place: an account, a desk in a process of its own, a folder for each. */
export type Stage = {
  readonly account: Account
  readonly desk: DeskProcess
  /** The desk's data folder. */
  readonly data: string
  /** Who is a privacy officer from now on. */
  readonly officers: (who: readonly Colleague[]) => Promise<void>
  /** Kills the desk after its n-th write from now took effect, and before it is answered. */
  readonly killAfterWrites: (n: number) => Promise<void>
  readonly close: () => Promise<void>
}

/** Sets the stage in a folder of its own, under the system's folder for such things. */
export async function setStage(): Promise<Stage> {
  const dir = await mkdtemp(join(tmpdir(), 'rightsdesk-tour-'))
  const [data, staffFile, policyFile] = ['data', 'staff.json', 'policy.json'].map((n) =>
    join(dir, n),
  )
  if (!data || !staffFile || !policyFile) throw new Error('no stage')
  await mkdir(data, { mode: 0o700 })
  await writeFile(policyFile, JSON.stringify(policy))
  const officers: Stage['officers'] = async (who) => await setOfficers(staffFile, who)
  await officers([staff.officer, staff.deputy, staff.third])
  let onWrite: (() => Promise<void>) | undefined
  const account = await startZendesk({
    dir: join(dir, 'zendesk'),
    onWrite: async () => await onWrite?.(),
  })
  const [client] = account.credentials.clients
  const desk = new DeskProcess({
    ...process.env,
    ZENDESK_URL: account.url,
    ZENDESK_CLIENT_ID: client?.id,
    ZENDESK_CLIENT_SECRET: client?.secret,
    VAULT_KEY: randomBytes(32).toString('hex'),
    DATA_DIR: data,
    POLICY_FILE: policyFile,
    REHEARSAL: 'off',
    TOUR_STAFF: staffFile,
  })
  await desk.start()
  return {
    account,
    desk,
    data,
    officers,
    killAfterWrites: async (n) =>
      await new Promise((resolve) => {
        let left = n
        onWrite = async () => {
          left -= 1
          if (left > 0) return
          onWrite = undefined
          await desk.kill()
          resolve()
        }
      }),
    close: async () => {
      await desk.close()
      await account.close()
    },
  }
}
