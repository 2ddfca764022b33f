import { createHash } from 'node:crypto'
import { script } from './script.ts'
import { controls } from './style/controls.ts'
import { finds } from './style/finds.ts'
import { layout } from './style/layout.ts'
import { tokens } from './style/tokens.ts'

/** A file of ours that never changes under its name. */
type Asset = { readonly type: string; readonly text: string }

const named = (text: string, ending: string): string =>
  `${createHash('sha256').update(text).digest('base64url').slice(0, 20)}.${ending}`

const style = [tokens, layout, controls, finds].join('\n')

/** Where pages find their style and their script. */
export const assetNames = { style: named(style, 'css'), script: named(script, 'js') } as const

/** The files by their names. */
export const assets: ReadonlyMap<string, Asset> = new Map([
  [assetNames.style, { type: 'text/css', text: style }],
  [assetNames.script, { type: 'text/javascript', text: script }],
])
