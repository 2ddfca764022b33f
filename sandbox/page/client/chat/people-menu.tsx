import type { JSX } from 'preact'
import { peopleIn } from '../model/people.ts'
import { Avatar } from '../parts/avatar.tsx'
import { Icon } from '../parts/icon.tsx'
import { Menu } from '../parts/menu.tsx'
import { useSession } from '../session.ts'
import { isAwaited } from './unseen.ts'

/** Who one is, and who else one can be. */
export function PeopleMenu(): JSX.Element {
  const { me, whole, words, go } = useSession()
  const people = peopleIn(whole)
  const mine = people.find(({ person }) => person.id === me.id)
  const items = people.map(({ person, role }) => ({
    key: person.id,
    label: person.real_name,
    description: words.roles[role],
    lead: <Avatar person={person} size={30} />,
    mark: person.id !== me.id && isAwaited(person.id, whole) ? words.waiting : undefined,
    checked: person.id === me.id,
    disabled: person.deleted,
    run: () => go({ as: person.id, thread: undefined, phone: undefined }),
  }))
  return (
    <Menu label={words.changePerson} items={items} className="me" saysItself={true}>
      <span class="hidden">{words.actingAs} </span>
      <Avatar person={me} size={34} />
      <span class="menu-words">
        <b>{me.real_name}</b>
        <small>{mine ? words.roles[mine.role] : ''}</small>
      </span>
      <span class="hidden">. {words.changePerson}</span>
      {items.some(({ mark }) => mark) && <span class="dot" />}
      <Icon name="down" size={16} />
    </Menu>
  )
}
