export { Conversation } from './conversation.ts'
export { makeBundle } from './make-bundle.ts'
export { Manifest } from './manifest.ts'
