/** An administrator changes something in the workspace. */
async function change(workspace: string, deed: string, body: object): Promise<void> {
  const answer = await fetch(`${workspace}/_admin/${deed}`, {
    method: 'POST',
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`The workspace refused a change: ${answer.status}`)
}

/** Who is a privacy officer from now on. */
export const setOfficers = async (workspace: string, users: readonly string[]): Promise<void> =>
  await change(workspace, 'group', { id: 'S0PRIVACY', users })

/** In which language somebody uses Slack: the bot follows. */
export const setLocale = async (workspace: string, id: string, locale: string): Promise<void> =>
  await change(workspace, 'member', { id, locale })

/** The bytes of a delivery once more, with their old signature. Resolves with what the bot said. */
export async function replay(workspace: string, seq: number): Promise<string> {
  const answer = await fetch(`${workspace}/_replay`, {
    method: 'POST',
    body: JSON.stringify({ seq }),
  })
  return await answer.text()
}
