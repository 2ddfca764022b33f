export { Conversation } from './conversation.ts'
export { type BundleHands, makeBundle } from './make-bundle.ts'
export { Manifest } from './manifest.ts'
export type { BundleWords } from './words.ts'
