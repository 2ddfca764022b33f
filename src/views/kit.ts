import type {
  ActionsBlock,
  ActionsBlockElement,
  Button,
  ConfirmationDialog,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  KnownBlock,
  ModalView,
  MrkdwnElement,
  PlainTextElement,
  PlainTextOption,
  SectionBlock,
} from '@slack/types'
import type { Bound } from './deed-id.ts'
import type { Sight } from './sight.ts'

/**
 * Slack's limits in characters (https://docs.slack.dev/reference/block-kit/). What is longer is cut
 * with an ellipsis: a window that opens with less in it beats one that does not open.
 */
export const limits = {
  section: 3000,
  header: 150,
  button: 75,
  title: 24,
  option: 75,
  value: 2000,
  label: 2000,
  placeholder: 150,
  metadata: 3000,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  modalBlocks: 100,
  messageBlocks: 50,
  contextElements: 10,
  actions: 25,
} as const

/** A text of at most so many UTF-16 units, as Slack counts; no character is cut in two. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most - 1)
  const last = cut.charCodeAt(cut.length - 1)
  const isHalf = last >= 0xd800 && last <= 0xdbff
  return `${isHalf ? cut.slice(0, -1) : cut}…`
}

/**
 * Foreign text in mrkdwn: it can neither ping nor link (facts 3: only &, < and > matter), nor turn
 * into formatting, for which each sign of it is followed by nothing that is seen.
 */
export const foreign = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[*_~`:]/g, (sign) => `${sign}\u200b`)

/** Plain text: shown as it is, whoever wrote it. An empty one is not allowed by Slack. */
export const plain = (text: string, most: number = limits.section): PlainTextElement => ({
  type: 'plain_text',
  text: clip(text === '' ? '—' : text, most),
  emoji: false,
})

/** Formatted text of our own words. Whatever comes from elsewhere goes through `foreign` first. */
const mrkdwn = (text: string, most: number = limits.section): MrkdwnElement => ({
  type: 'mrkdwn',
  text: clip(text === '' ? '—' : text, most),
  verbatim: true,
})

export const header = (text: string): HeaderBlock => ({
  type: 'header',
  text: plain(text, limits.header),
})

export const divider: DividerBlock = { type: 'divider' }

/** A paragraph, with one control beside it if given. */
export const section = (text: string, accessory?: SectionBlock['accessory']): SectionBlock => ({
  type: 'section',
  text: mrkdwn(text),
  ...(accessory ? { accessory } : {}),
})

/** Small print. */
export const context = (...texts: readonly string[]): ContextBlock => ({
  type: 'context',
  elements: texts.slice(0, limits.contextElements).map((text) => mrkdwn(text)),
})

export const actions = (...elements: readonly ActionsBlockElement[]): ActionsBlock => ({
  type: 'actions',
  elements: elements.slice(0, limits.actions),
})

/** How a button looks, and what is asked before it counts. */
export type ButtonLook = {
  readonly style?: 'primary' | 'danger'
  readonly confirm?: ConfirmationDialog
  /** Tells buttons of one deed apart within a block. */
  readonly mark?: string
}

/** A button that does a deed. */
export const button = (
  sight: Sight,
  text: string,
  bound: Bound,
  { style, confirm, mark }: ButtonLook = {},
): Button => ({
  type: 'button',
  text: plain(text, limits.button),
  action_id: actionId(bound.deed, mark),
  value: sight.mint(bound),
  ...(style ? { style } : {}),
  ...(confirm ? { confirm } : {}),
})

/** `deed` or `deed:mark`: what comes before the colon says which deed it is. */
const actionId = (deed: string, mark?: string): string => (mark ? `${deed}:${mark}` : deed)

/** What Slack asks before a button counts. */
export const confirmation = (asks: {
  readonly title: string
  readonly text: string
  readonly confirm: string
  readonly deny: string
  readonly style?: 'primary' | 'danger'
}): ConfirmationDialog => ({
  title: plain(asks.title, limits.confirmTitle),
  text: plain(asks.text, limits.confirmText),
  confirm: plain(asks.confirm, limits.confirmButton),
  deny: plain(asks.deny, limits.confirmButton),
  ...(asks.style ? { style: asks.style } : {}),
})

export const option = (text: string, value: string, description?: string): PlainTextOption => ({
  text: plain(text, limits.option),
  value,
  ...(description ? { description: plain(description, limits.option) } : {}),
})

/** What a window is made of. */
export type Window = {
  readonly title: string
  readonly blocks: readonly KnownBlock[]
  /** What it is about. Its deed is what its submission does. */
  readonly bound: Bound
  readonly submit?: string
  readonly close?: string
}

/** A modal. Too many blocks are a fault of the view that made them, so they throw. */
export function modal(sight: Sight, { title, blocks, bound, submit, close }: Window): ModalView {
  if (blocks.length > limits.modalBlocks)
    throw new RangeError(`a window of ${blocks.length} blocks`)
  return {
    type: 'modal',
    callback_id: bound.deed,
    private_metadata: sight.mint(bound),
    title: plain(title, limits.title),
    blocks: [...blocks],
    notify_on_close: true,
    ...(submit ? { submit: plain(submit, limits.title) } : {}),
    ...(close ? { close: plain(close, limits.title) } : {}),
  }
}

/** A message's blocks with what is read aloud and shown in notifications. */
export type Message = { readonly text: string; readonly blocks: KnownBlock[] }

/** A message. Too many blocks throw, as in `modal`. */
export function message(text: string, blocks: readonly KnownBlock[]): Message {
  if (blocks.length > limits.messageBlocks)
    throw new RangeError(`a message of ${blocks.length} blocks`)
  return { text: clip(text, limits.section), blocks: [...blocks] }
}
