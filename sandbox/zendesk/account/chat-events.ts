import type { Chat } from './talk-records.ts'

type Event = Readonly<Record<string, unknown>>

/** How an audit tells of a chat, and what a redaction of it answers. */
export const chatStarted = ({ id, event_id, visitor_id, history }: Chat): Event => ({
  id: event_id,
  type: 'ChatStartedEvent',
  value: {
    visitor_id,
    chat_id: id,
    // Which file of ours it is, no answer says.
    history: history.map((event) => ({ ...event, attachment_id: undefined })),
  },
})

/** The events of a chat in the audit that keeps it: its start, and its end when it has one. */
export const chatEvents = (chat: Chat): Event[] => [
  chatStarted(chat),
  ...(chat.active
    ? []
    : [
        {
          id: chat.event_id + 1,
          type: 'ChatEndedEvent',
          value: { visitor_id: chat.visitor_id, chat_id: chat.id, is_served: true },
        },
      ]),
]
