import type { Choice, ChoiceGroup } from '../model/choices.ts'
import { groupsOf } from '../model/choices.ts'
import { type Json, textOf } from '../model/json.ts'
import type { Channel } from '../model/records.ts'
import type { Session } from '../session.ts'

type Around = Pick<Session, 'whole' | 'screen'>

const personOf = (id: string, { whole }: Around): string =>
  whole.users.find((one) => one.id === id)?.real_name ?? id

function channelChoice(channel: Channel, around: Around): Choice {
  const { id, kind, name, members } = channel
  const other = members.find((one) => one !== around.screen.user.id) ?? ''
  return { value: id, label: kind === 'im' ? personOf(other, around) : `#${name}` }
}

const people = ({ whole }: Around): Choice[] =>
  whole.users
    .filter(({ deleted }) => !deleted)
    .map(({ id, real_name, name }) => ({ value: id, label: real_name, description: `@${name}` }))

const channels = (around: Around, isFit: (channel: Channel) => boolean): Choice[] =>
  around.screen.channels
    .filter((one) => !one.archived && isFit(one))
    .map((one) => channelChoice(one, around))

const flat = (choices: readonly Choice[]): ChoiceGroup[] => [{ title: '', choices }]

/** What a menu offers: its own options, the people, or the channels the member sees. */
export function menuOf(element: Json, around: Around): ChoiceGroup[] {
  const type = textOf(element['type'])
  if (type.endsWith('users_select')) return flat(people(around))
  if (type.endsWith('channels_select'))
    return flat(channels(around, ({ kind }) => kind === 'public'))
  if (type.endsWith('conversations_select')) return flat(channels(around, () => true))
  return groupsOf(element)
}
