import { openFileStore } from '../../../src/records/file-store.ts'
import { halted, opened } from './entries.ts'
import { settings } from './settings.ts'

/**
 * A process to be killed. It opens the folder, says so, and appends to requests of its own until it
 * dies, saying what was acknowledged: `ack <id> <version>`. Arguments: folder, how many requests.
 */
const [dir = '', requests = '0'] = process.argv.slice(2)
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const randomId = () =>
  `01${Array.from({ length: 24 }, () => letters[Math.floor(Math.random() * 32)]).join('')}`

const store = await openFileStore({ ...settings(dir), newId: randomId, segmentBytes: 20_000 })
process.stdout.write('open\n')

async function write(): Promise<void> {
  const id = randomId()
  for (let version = 0; ; version += 1) {
    const entry = version === 0 ? opened() : halted()
    const vault = new Map([['part', version + 1]])
    await store.append(id, version, [{ ...entry, id: randomId() }], { vault })
    process.stdout.write(`ack ${id} ${version + 1}\n`)
  }
}

await Promise.all(Array.from({ length: Number(requests) }, write))
// With nothing to write, it only holds the folder.
setInterval(() => {}, 1000)
