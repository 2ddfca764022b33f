import type { Seen } from '../model/records.ts'

/** Reads JSON from the workspace or the account; throws where it doesn't answer well. */
export async function read<T>(path: string): Promise<T> {
  const response = await fetch(path, { headers: { accept: 'application/json' } })
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return (await response.json()) as T
}

/** Lets a member act; a workspace that doesn't answer is told in `says`. */
export async function act(user: string, name: string, body: object): Promise<Seen> {
  try {
    const response = await fetch(`/slack/_as/${user}/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const seen = (await response.json()) as Seen
    return response.ok ? seen : { ok: false, outcome: 'failed' }
  } catch {
    return { ok: false, outcome: 'failed' }
  }
}
