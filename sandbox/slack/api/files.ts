import { isJson, type Json } from '../blocks/walk.ts'
import { app } from '../state/cast.ts'
import { post } from '../state/post.ts'
import type { FileRecord } from '../state/records.ts'
import { secretWord, type Workspace } from '../state/workspace.ts'
import { type Handler, jsonOf, type Method, needed, Refused, textOf } from './call.ts'
import { destination, threadAt } from './place.ts'

const ask: Handler = ({ args }, workspace) => {
  const length = Number(needed(args, 'length'))
  if (!Number.isInteger(length) || length < 1) throw new Refused('invalid_arguments')
  const name = needed(args, 'filename')
  const id = `F0${secretWord(5).toUpperCase()}`
  const file = { id, name, title: name, length, uploaded: false, channel: null }
  workspace.store.put('files', file)
  return { upload_url: `${workspace.base()}/upload/${id}`, file_id: id }
}

const complete: Handler = ({ args }, workspace) => {
  const files = filesIn(args, workspace)
  const id = textOf(args, 'channel_id')
  const channel = id === undefined ? null : destination(workspace, id)
  for (const file of files) workspace.store.put('files', { ...file, channel: channel?.id ?? null })
  if (channel) {
    const thread_ts = threadAt(workspace, channel, textOf(args, 'thread_ts'))
    const text = textOf(args, 'initial_comment') ?? ''
    post(workspace, channel, app.user, { text, thread_ts, files: files.map(shown) })
  }
  // The scan may still run: where it was shared is not in the answer (facts 4).
  return { files: files.map(shown) }
}

function filesIn(args: Json, { store }: Workspace): FileRecord[] {
  const given = jsonOf(args, 'files', 'invalid_arguments')
  if (!Array.isArray(given) || given.length === 0) throw new Refused('invalid_arguments')
  return given.map((one: unknown) => {
    const file = isJson(one) ? store.get('files', String(one['id'])) : undefined
    if (!file?.uploaded) throw new Refused('file_not_found')
    const title = isJson(one) ? one['title'] : undefined
    return { ...file, title: typeof title === 'string' ? title : file.title }
  })
}

const info: Handler = ({ args }, workspace) => {
  const file = workspace.store.get('files', needed(args, 'file'))
  if (!file?.uploaded) throw new Refused('file_not_found')
  return { file: shown(file) }
}

const shown = (file: FileRecord): Json => ({
  id: file.id,
  name: file.name,
  title: file.title,
  size: file.length,
  user: app.user,
  mode: 'hosted',
  is_external: false,
})

/** Takes the bytes of a file: `OK - n`, or nothing where the length is another (facts 4). */
export function takeBytes({ store }: Workspace, id: string, length: number): string | undefined {
  const file = store.get('files', id)
  if (!file || file.length !== length) return undefined
  store.put('files', { ...file, uploaded: true })
  return `OK - ${length}`
}

/** `files.*`, second version. The bytes themselves are not kept. */
export const fileMethods: readonly Method[] = [
  { name: 'files.getUploadURLExternal', run: ask, scope: 'files:write', perMinute: 100 },
  { name: 'files.completeUploadExternal', run: complete, scope: 'files:write', perMinute: 100 },
  { name: 'files.info', run: info, scope: 'files:read', perMinute: 100 },
]
