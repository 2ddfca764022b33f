import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Anchor } from './anchors.ts'
import { ChannelId, MessageStamp } from './channels.ts'
import { isDiskFull, syncDirectory, unlessMissing } from './disk.ts'
import { DiskFailed, DiskFull } from './errors.ts'

const Noted = Anchor.extend({ channel: ChannelId, ts: MessageStamp })

/** An anchor that was posted, and where. */
export type NotedAnchor = Anchor & { readonly channel: string; readonly ts: string }

const pathIn = (dir: string): string => join(dir, 'anchors.jsonl')

/**
 * Notes in a data folder, durably, that an anchor has been posted: from then on a log that is behind
 * it is not opened. Throws `DiskFull` when there is no space.
 */
export async function noteAnchor(dir: string, posted: NotedAnchor): Promise<void> {
  const text = JSON.stringify(Noted.parse(posted))
  const file = await open(pathIn(dir), 'a+', 0o600)
  try {
    const { size } = await file.stat()
    // The newline first: what a crash has left half-written stays by itself.
    await file.appendFile(`\n${text}`)
    await file.datasync().catch((cause: unknown) => fail(cause))
    if (size === 0) await syncDirectory(dir)
  } catch (cause) {
    throw isDiskFull(cause) ? new DiskFull({ cause }) : cause
  } finally {
    await file.close()
  }
}

function fail(cause: unknown): never {
  throw isDiskFull(cause) ? cause : new DiskFailed('anchors.jsonl', { cause })
}

/** Every anchor that a folder says was posted, in order. What cannot be read says nothing. */
export async function notedAnchors(dir: string): Promise<readonly NotedAnchor[]> {
  const text = await readFile(pathIn(dir), 'utf8').catch(unlessMissing)
  return (text ?? '').split('\n').flatMap((line) => {
    try {
      return [Noted.parse(JSON.parse(line))]
    } catch {
      return []
    }
  })
}
