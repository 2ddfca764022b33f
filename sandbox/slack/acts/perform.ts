import { z } from 'zod'
import type { Json } from '../blocks/walk.ts'
import { stackOf, userOf } from '../state/find.ts'
import type { User } from '../state/records.ts'
import { showMessage, showView } from '../state/show.ts'
import { NotOffered } from '../state/values.ts'
import type { Change, Workspace } from '../state/workspace.ts'
import { click, clickShape } from './click.ts'
import { close, closeShape } from './close.ts'
import { command, commandShape } from './command.ts'
import { Denied, type Outcome } from './seen.ts'
import { messageShortcut, messageShortcutShape, shortcut, shortcutShape } from './shortcut.ts'
import { openHome, postShape, reload, write } from './simple.ts'
import { submit, submitShape } from './submit.ts'
import { suggest, suggestShape } from './suggest.ts'
import { type Wait, waitFor, waitShape } from './wait.ts'

type Run = (workspace: Workspace, user: User, body: unknown) => Promise<Outcome> | Outcome

const act =
  <T>(
    shape: z.ZodType<T>,
    run: (w: Workspace, u: User, given: T) => Promise<Outcome> | Outcome,
  ): Run =>
  (workspace, user, body) =>
    run(workspace, user, shape.parse(body))

/** What a member can do, by the last part of `POST /_as/<user>/…`. */
const acts: Readonly<Record<string, Run>> = {
  command: act(commandShape, command),
  click: act(clickShape, click),
  fill: act(clickShape, click),
  type: act(clickShape, click),
  suggest: act(suggestShape, suggest),
  submit: act(submitShape, submit),
  close: act(closeShape, close),
  shortcut: act(shortcutShape, shortcut),
  'message-shortcut': act(messageShortcutShape, messageShortcut),
  post: act(postShape, write),
  'open-home': act(z.object({}), openHome),
  reload: act(z.object({}), reload),
}

/** An answer of the control surface. */
export type Told = { readonly status: number; readonly body: Json }

/** Lets a member act, and tells what that member then sees. */
export async function perform(
  workspace: Workspace,
  name: { readonly user: string; readonly act: string },
  body: unknown,
): Promise<Told> {
  const user = userOf(workspace, name.user)
  const run = acts[name.act]
  if (!user || !run) return { status: 404, body: { error: 'no such member or act' } }
  const wait = waitShape.safeParse(body)
  if (!wait.success) return { status: 400, body: { error: z.prettifyError(wait.error) } }
  const changes: Change[] = []
  const note = (change: Change): void => void changes.push(change)
  workspace.changes.on('change', note)
  try {
    return await told(workspace, user, { run, body, wait: wait.data, changes })
  } finally {
    workspace.changes.off('change', note)
  }
}

type Doing = {
  readonly run: Run
  readonly body: unknown
  readonly wait: Wait
  readonly changes: readonly Change[]
}

async function told(workspace: Workspace, user: User, doing: Doing): Promise<Told> {
  try {
    if (user.deleted || user.is_bot) throw new Denied('this account is deactivated')
    const outcome = await doing.run(workspace, user, doing.body)
    workspace.store.flush()
    await waitFor(workspace, user.id, doing)
    return { status: 200, body: seenBy(workspace, user, outcome, doing.changes) }
  } catch (error) {
    if (error instanceof z.ZodError) return { status: 400, body: { error: z.prettifyError(error) } }
    if (!(error instanceof Denied || error instanceof NotOffered)) throw error
    const outcome = { outcome: 'refused', says: error.message } as const
    return { status: 200, body: seenBy(workspace, user, outcome, doing.changes) }
  }
}

function seenBy(
  workspace: Workspace,
  user: User,
  { delivery, ...outcome }: Outcome,
  changes: readonly Change[],
): Json {
  const { store } = workspace
  const ids = (kind: string): string[] => [
    ...new Set(changes.flatMap((one) => (one.kind === kind && one.id ? [one.id] : []))),
  ]
  const top = stackOf(workspace, user.id).at(-1)
  return {
    ok: outcome.outcome === 'ok',
    ...outcome,
    ...(delivery
      ? { delivery: { seq: delivery.seq, status: delivery.status, ms: delivery.ms } }
      : {}),
    modal: top ? { ...showView(top), errors: top.errors } : null,
    ephemerals: ids('ephemeral')
      .flatMap((id) => store.get('ephemerals', id) ?? [])
      .filter((one) => one.user === user.id),
    messages: ids('message').flatMap((id) => {
      const message = store.get('messages', id)
      const channel = store.get('channels', message?.channel ?? '')
      const isSeen = channel?.members.includes(user.id)
      return message && isSeen ? [{ ...showMessage(workspace, message), channel: channel?.id }] : []
    }),
  }
}
