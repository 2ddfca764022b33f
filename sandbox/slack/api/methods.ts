import { authMethods } from './auth.ts'
import { blockMethods } from './blocks.ts'
import type { Method } from './call.ts'
import { conversationMethods } from './conversations.ts'
import { ephemeralMethods } from './ephemeral.ts'
import { fileMethods } from './files.ts'
import { groupMethods } from './groups.ts'
import { historyMethods } from './history.ts'
import { messageMethods } from './messages.ts'
import { reactionMethods } from './reactions.ts'
import { userMethods } from './users.ts'
import { viewMethods } from './views.ts'

/** Every method, by name. */
export const methods: ReadonlyMap<string, Method> = new Map(
  [
    authMethods,
    blockMethods,
    conversationMethods,
    ephemeralMethods,
    fileMethods,
    groupMethods,
    historyMethods,
    messageMethods,
    reactionMethods,
    userMethods,
    viewMethods,
  ]
    .flat()
    .map((method) => [method.name, method] as const),
)
