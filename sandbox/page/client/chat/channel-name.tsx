import type { JSX } from 'preact'
import type { Channel } from '../model/records.ts'
import { Icon, type IconName } from '../parts/icon.tsx'
import type { Session } from '../session.ts'

/** What stands before a channel's name. */
export function ChannelIcon({
  channel,
  size = 16,
}: {
  channel: Channel
  size?: number
}): JSX.Element {
  const name: IconName = channel.archived
    ? 'archive'
    : channel.ext_shared
      ? 'link'
      : channel.kind === 'private'
        ? 'lock'
        : 'hash'
  return <Icon name={name} size={size} />
}

/** A channel's name, or the other one's in a direct message. */
export function channelTitle(channel: Channel, { whole, me }: Session): string {
  if (channel.kind !== 'im') return channel.name
  const other = channel.members.find((id) => id !== me.id)
  return whole.users.find(({ id }) => id === other)?.real_name ?? channel.id
}

/** What a channel is, in words. */
export function channelKind(channel: Channel, { words }: Session): string {
  const parts = [
    channel.kind === 'private' ? words.privateChannel : '',
    channel.ext_shared ? words.sharedChannel : '',
    channel.archived ? words.archivedChannel : '',
  ]
  return parts.filter((part) => part !== '').join(', ')
}
