import { Member, type Workspace } from './member.ts'
import { nameOf } from './readable.ts'

/** Those with a part in the tour. */
export type People = Readonly<Record<'lead' | 'officer' | 'deputy' | 'third' | 'guest', Member>>

/** Everybody at his own Slack client. */
export function peopleOf(workspace: Workspace): People {
  const member = (user: string): Member => new Member(workspace, user, nameOf(user))
  return {
    lead: member('U0AUBRY'),
    officer: member('U0LIND'),
    deputy: member('U0OKAFOR'),
    third: member('U0BERGER'),
    guest: member('U0GUEST'),
  }
}
