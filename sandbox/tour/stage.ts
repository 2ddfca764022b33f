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
  const data = join(dir, 'data')
  const staffFile = join(dir, 'staff.json')
  const policyFile = join(dir, 'policy.json')
  await mkdir(data, { mode: 0o700 })
  await writeFile(policyFile, JSON.stringify(policy))
  const officers: Stage['officers'] = async (who) => await setOfficers(staffFile, who)
  await officers([staff.officer, staff.deputy, staff.third])
  const trap = new Trap()
  const account = await startZendesk({
    dir: join(dir, 'zendesk'),
    onWrite: async () => await trap.count(),
  })
  const desk = new DeskProcess({
    ...environmentFor(account),
    DATA_DIR: data,
    POLICY_FILE: policyFile,
    TOUR_STAFF: staffFile,
  })
  await desk.start()
  return {
    account,
    desk,
    data,
    officers,
    killAfterWrites: async (n) => await trap.after(n, async () => await desk.kill()),
    close: async () => {
      await desk.close()
      await account.close()
    },
  }
}

function environmentFor({ url, credentials }: Account): NodeJS.ProcessEnv {
  const [client] = credentials.clients
  return {
    ...process.env,
    ZENDESK_URL: url,
    ZENDESK_CLIENT_ID: client?.id,
    ZENDESK_CLIENT_SECRET: client?.secret,
    VAULT_KEY: randomBytes(32).toString('hex'),
    REHEARSAL: 'off',
  }
}

/** Springs at the n-th write, while the write's answer is held back. */
class Trap {
  #left = 0
  #spring: (() => Promise<void>) | undefined

  async count(): Promise<void> {
    this.#left -= 1
    if (this.#left === 0) await this.#spring?.()
  }

  async after(n: number, spring: () => Promise<void>): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#left = n
      this.#spring = async () => {
        await spring()
        resolve()
      }
    })
  }
}
