import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'
import { policy } from './policy.ts'

const Ports = z.object({ account: z.number(), workspace: z.number(), bot: z.number() })
/** Where the parts listen. They stay the same: a data folder serves one account, at one address. */
type Ports = z.infer<typeof Ports>

/** Everything that the local workspace keeps, in one folder that nobody commits. */
export type Folder = {
  readonly account: string
  readonly workspace: string
  readonly data: string
  readonly policyFile: string
  readonly vaultKey: string
  readonly ports: Ports
}

/** Opens the folder, or makes it with a key, a policy and ports of its own. */
export async function openFolder(dir: string): Promise<Folder> {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const data = join(dir, 'data')
  mkdirSync(data, { recursive: true, mode: 0o700 })
  const policyFile = join(dir, 'policy.json')
  if (!existsSync(policyFile)) writeFileSync(policyFile, `${JSON.stringify(policy, null, 2)}\n`)
  return {
    account: join(dir, 'zendesk'),
    workspace: join(dir, 'slack'),
    data,
    policyFile,
    vaultKey: keyIn(join(dir, 'vault.key')),
    ports: await portsIn(join(dir, 'ports.json')),
  }
}

function keyIn(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}

async function portsIn(file: string): Promise<Ports> {
  if (existsSync(file)) return Ports.parse(JSON.parse(readFileSync(file, 'utf8')))
  const [account, workspace, bot] = await freePorts(3)
  const ports = Ports.parse({ account, workspace, bot })
  writeFileSync(file, JSON.stringify(ports))
  return ports
}

/** Free ports, all held until the last is found, or the same would be given twice. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer())
  const ports = await Promise.all(
    servers.map(
      async (server) =>
        await new Promise<number>((resolve, reject) => {
          server.once('error', reject)
          server.listen(0, '127.0.0.1', () => {
            const address = server.address()
            resolve(address && typeof address === 'object' ? address.port : 0)
          })
        }),
    ),
  )
  await Promise.all(servers.map(async (s) => await new Promise((done) => s.close(done))))
  return ports
}
