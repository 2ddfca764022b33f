import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { BrokenBox } from '../../src/records/cipher.ts'
import { CannotOpen, Sealed } from '../../src/records/errors.ts'
import { verifyFolder } from '../../src/records/verify.ts'
import { halted, newId, opened, sealed } from './support/entries.ts'
import { everything, folder, openStore } from './support/folder.ts'
import { otherKey, vaultKey } from './support/settings.ts'

const canary = 'ana.canary@example.com'

/** Whether the text is anywhere: in a file, in a name, plainly or in the usual disguises. */
async function isAnywhere(dir: string, text: string): Promise<boolean> {
  const forms = [
    text,
    Buffer.from(text).toString('base64').slice(0, 24),
    Buffer.from(text).toString('hex'),
  ]
  return [...(await everything(dir))].some(([path, bytes]) =>
    forms.some((form) => path.includes(form) || bytes.includes(form)),
  )
}

/** A folder with one open request that holds the canary, closed. */
async function withCanary(): Promise<{ dir: string; id: string }> {
  const dir = await folder()
  const store = await openStore(dir)
  const id = newId()
  const vault = new Map<string, unknown>([
    ['terms', { mail: canary }],
    ['p1/finds', [canary, canary]],
  ])
  await store.append(id, 0, [opened()], { vault })
  await store.close()
  return { dir, id }
}

describe('a personal value', () => {
  test('is nowhere in clear while its request is open', async () => {
    const { dir } = await withCanary()

    expect(await isAnywhere(dir, canary)).toBe(false)
  })

  test('leaves no file and no key behind when it is sealed; the log still verifies', async () => {
    const { dir, id } = await withCanary()
    const before = [...(await everything(dir)).keys()]
    expect(before.filter((path) => path.includes(id))).toHaveLength(4)
    const store = await openStore(dir)

    await store.seal(id, 'all', { look: canary })
    await store.append(id, 1, [sealed()])
    await store.dropStub(id)
    await store.close()

    const after = [...(await everything(dir)).keys()]
    expect(after.filter((path) => path.includes(id))).toEqual([])
    expect(await isAnywhere(dir, canary)).toBe(false)
    expect(await verifyFolder(dir)).toMatchObject({ ok: true })
  })

  test('that a backup brings back is forgotten again at the next start', async () => {
    const { dir, id } = await withCanary()
    const backup = `${dir}-backup`
    await cp(dir, backup, { recursive: true })
    const store = await openStore(dir)
    await store.append(id, 1, [sealed()])
    await store.close()

    for (const part of ['requests', 'keys']) {
      await cp(join(backup, part, id), join(dir, part, id), { recursive: true })
    }
    const { faults } = await verifyFolder(dir)
    expect(faults.map(({ text }) => text)).toEqual([
      `requests/${id}: R-2026-0042 was sealed by entry 4, and this is still there`,
      `keys/${id}: R-2026-0042 was sealed by entry 4, and this is still there`,
    ])
    const notices: unknown[] = []
    const again = await openStore(dir, { notice: (...said) => void notices.push(said) })

    expect(notices).toEqual([['forgotten', { of: id }]])
    await expect(again.read(id, 'terms')).rejects.toThrow(Sealed)
    expect([...(await everything(dir)).keys()].filter((path) => path.includes(id))).toEqual([])
  })

  test('of a forgetting that was cut short is forgotten at the next start', async () => {
    const { dir, id } = await withCanary()
    await writeFile(join(dir, 'keys', id, 'p1.gone'), '')

    const store = await openStore(dir)

    await expect(store.read(id, 'p1/finds')).rejects.toThrow(Sealed)
    expect(await store.read(id, 'terms')).toEqual({ mail: canary })
    expect(await readdir(join(dir, 'keys', id))).toEqual(['all.key', 'p1.gone'])
    expect(await readdir(join(dir, 'requests', id))).toEqual(['all'])
  })

  test('of a request that was never opened is forgotten at the next start', async () => {
    const { dir, id } = await withCanary()
    const never = newId()
    for (const part of ['requests', 'keys']) {
      await cp(join(dir, part, id), join(dir, part, never), { recursive: true })
    }

    await openStore(dir)

    expect([...(await everything(dir)).keys()].filter((path) => path.includes(never))).toEqual([])
  })

  test('is not shown in another place than its own', async () => {
    const { dir, id } = await withCanary()
    const [other, third] = [newId(), newId()]
    const first = await openStore(dir)
    await first.append(other, 0, [opened()], { vault: new Map([['terms', 'theirs']]) })
    await first.append(third, 0, [opened()], {
      vault: new Map([
        ['notes', 1],
        ['terms', 1],
      ]),
    })
    await first.close()
    const at = (request: string, part: string) => join(dir, 'requests', request, 'all', part)
    await cp(at(id, 'terms.1.json'), at(other, 'terms.1.json'))
    await rename(at(third, 'notes.1.json'), at(third, 'terms.1.json'))

    const store = await openStore(dir)

    await expect(store.read(other, 'terms')).rejects.toThrow(BrokenBox)
    await expect(store.read(third, 'terms')).rejects.toThrow(BrokenBox)
    expect(await store.read(id, 'terms')).toEqual({ mail: canary })
  })

  test('that was damaged is not shown', async () => {
    const { dir, id } = await withCanary()
    const file = join(dir, 'requests', id, 'all', 'terms.1.json')
    const box = JSON.parse(await readFile(file, 'utf8'))
    const data = Buffer.from(box.data, 'base64')
    data.writeUInt8(data.readUInt8(0) ^ 1, 0)
    await writeFile(file, JSON.stringify({ ...box, data: data.toString('base64') }))

    const store = await openStore(dir)

    await expect(store.read(id, 'terms')).rejects.toThrow(BrokenBox)
  })
})

describe('the vault key', () => {
  test.each(['', 'short', 'x'.repeat(64), 'ab'.repeat(31), Buffer.alloc(31, 7).toString('base64')])(
    '%j is none, and the words say how to make one',
    async (key) => {
      const dir = await folder()

      await expect(openStore(dir, { vaultKey: key })).rejects.toThrow(
        /VAULT_KEY must be 32 bytes.*openssl rand -hex 32/,
      )
      await expect(openStore(dir, { vaultKeyOld: 'nonsense' })).rejects.toThrow(/VAULT_KEY_OLD/)
    },
  )

  test('may be written as base64', async () => {
    const { dir, id } = await withCanary()

    const store = await openStore(dir, {
      vaultKey: Buffer.from(vaultKey, 'hex').toString('base64'),
    })

    expect(await store.read(id, 'terms')).toEqual({ mail: canary })
  })

  test('of another desk is refused with both ids and what to do', async () => {
    const { dir } = await withCanary()

    const failure = await openStore(dir, { vaultKey: otherKey }).catch((error: unknown) => error)

    expect(failure).toBeInstanceOf(CannotOpen)
    expect(failure).toMatchObject({ code: 'vault-key' })
    expect(String(failure)).toMatch(/under key [0-9a-f]{16}.*VAULT_KEY_OLD to that one/)
  })

  test('is changed by one start with the old one beside it', async () => {
    const { dir, id } = await withCanary()

    await (await openStore(dir, { vaultKey: otherKey, vaultKeyOld: vaultKey })).close()

    const store = await openStore(dir, { vaultKey: otherKey })
    expect(await store.read(id, 'p1/finds')).toEqual([canary, canary])
    await store.close()
    await expect(openStore(dir)).rejects.toMatchObject({ code: 'vault-key' })
    expect(await verifyFolder(dir)).toMatchObject({ ok: true })
  })

  test('that one vault is not under is refused', async () => {
    const { dir } = await withCanary()
    const elsewhere = await folder()
    const foreign = await openStore(elsewhere, { vaultKey: otherKey })
    const id = newId()
    await foreign.append(id, 0, [opened()], { vault: new Map([['terms', 1]]) })
    await foreign.close()
    const store = await openStore(dir)
    await store.append(id, 0, [opened()])
    await store.close()
    await mkdir(join(dir, 'keys', id))
    await cp(join(elsewhere, 'keys', id, 'all.key'), join(dir, 'keys', id, 'all.key'))

    await expect(openStore(dir)).rejects.toMatchObject({ code: 'vault-key' })
  })
})

describe('the folder', () => {
  test('is made for our own eyes only', async () => {
    const { dir } = await withCanary()
    const modes = new Set<string>()

    for (const item of await readdir(dir, { recursive: true, withFileTypes: true })) {
      const { mode } = await stat(join(item.parentPath, item.name))
      modes.add(`${item.isDirectory() ? 'folder' : 'file'} ${(mode & 0o777).toString(8)}`)
    }

    expect((await stat(dir)).mode & 0o777).toBe(0o700)
    expect([...modes].toSorted()).toEqual(['file 600', 'folder 700'])
  })

  test('that others can read is refused with what to do', async () => {
    const { dir } = await withCanary()
    await chmod(dir, 0o750)

    await expect(openStore(dir)).rejects.toMatchObject({ code: 'permissions' })
    await expect(openStore(dir)).rejects.toThrow(`chmod 700 ${dir}`)
  })

  test('that is empty and open to others is closed to them', async () => {
    const dir = await folder()
    await mkdir(dir, { mode: 0o755 })
    await chmod(dir, 0o755)

    await openStore(dir)

    expect((await stat(dir)).mode & 0o777).toBe(0o700)
  })

  test.each([
    { workspace: 'T0OTHER', account: 'example.zendesk.com' },
    { workspace: 'T0DESK', account: 'other.zendesk.com' },
  ])('of another desk is refused: $workspace, $account', async (desk) => {
    const { dir } = await withCanary()

    await expect(openStore(dir, { desk })).rejects.toMatchObject({ code: 'other-desk' })
  })

  test.each(['meta.json', 'keys'])('without its %s is refused', async (name) => {
    const { dir } = await withCanary()
    await rm(join(dir, name), { recursive: true })

    await expect(openStore(dir)).rejects.toMatchObject({ code: 'format' })
  })

  test('loses what a crash left of files that were being replaced', async () => {
    const { dir, id } = await withCanary()
    await writeFile(join(dir, 'requests', id, 'all', 'terms.2.json.7.tmp'), 'half')

    const store = await openStore(dir)
    await store.append(id, 1, [halted()])

    expect([...(await everything(dir)).keys()].filter((path) => path.endsWith('.tmp'))).toEqual([])
    expect(await store.read(id, 'terms')).toEqual({ mail: canary })
  })
})
