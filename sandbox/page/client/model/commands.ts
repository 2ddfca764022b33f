/** A slash command as the composer offers it. */
export type Command = {
  readonly command: string
  readonly description: string
  readonly usage_hint?: string
}

/** A shortcut of the app. */
export type Shortcut = {
  readonly name: string
  readonly type: 'global' | 'message'
  readonly callback_id: string
  readonly description?: string
}

/** The commands to offer for what has been typed; none once there is a space. */
export function offered(commands: readonly Command[], typed: string): Command[] {
  if (!/^\/\S*$/.test(typed)) return []
  return commands.filter(({ command }) => command.startsWith(typed.toLowerCase()))
}

/** The commands of the manifest, and those the workspace knows beside them. */
export function allCommands(
  known: readonly Command[],
  installed: readonly string[] | null,
): Command[] {
  if (installed === null) return [...known]
  return installed.map(
    (command) => known.find((one) => one.command === command) ?? { command, description: '' },
  )
}

/** Whether a line is meant as a command. */
export const isCommand = (text: string): boolean => /^\/[a-z]/i.test(text)
