import { type Json, jsons, textOf } from './json.ts'

/** One thing to choose. */
export type Choice = {
  readonly value: string
  readonly label: string
  readonly description?: string
}

/** Choices under a title; no title where the menu has no groups. */
export type ChoiceGroup = { readonly title: string; readonly choices: readonly Choice[] }

/** A Slack option as a choice. */
export const choiceOf = (option: Json): Choice => ({
  value: textOf(option['value']),
  label: textOf(option['text']),
  ...(option['description'] ? { description: textOf(option['description']) } : {}),
})

/** Everything a menu offers, or an app's answer to a search. */
export function groupsOf(menu: Json): ChoiceGroup[] {
  const flat = jsons(menu['options']).map(choiceOf)
  if (flat.length > 0) return [{ title: '', choices: flat }]
  return jsons(menu['option_groups']).map((group) => ({
    title: textOf(group['label']),
    choices: jsons(group['options']).map(choiceOf),
  }))
}

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Whether a text holds what is searched for, whatever the accents and cases. */
export const holds = (text: string, wanted: string): boolean =>
  folded(text).includes(folded(wanted.trim()))

/** What is left of a menu after typing; empty groups go. */
export const matching = (groups: readonly ChoiceGroup[], wanted: string): ChoiceGroup[] =>
  groups
    .map(({ title, choices }) => ({
      title,
      choices: choices.filter(({ label, description = '' }) =>
        holds(`${label} ${description}`, wanted),
      ),
    }))
    .filter(({ choices }) => choices.length > 0)
