import type { JSX } from 'preact'
import { story } from '../model/guide.ts'
import { peopleIn, type Role } from '../model/people.ts'
import type { Person, Whole } from '../model/records.ts'
import { Avatar } from '../parts/avatar.tsx'
import { Mark } from '../parts/mark.tsx'
import type { Words } from '../words/words.ts'

type Props = {
  readonly whole: Whole
  readonly words: Words
  readonly become: (id: string) => void
}

const leading: ReadonlySet<Role> = new Set(['support lead', 'privacy officer', 'member'])

/** The first thing anyone sees: what this is, and whom one can be. */
export function Welcome({ whole, words, become }: Props): JSX.Element {
  const people = peopleIn(whole)
  const first = people.filter(({ role }) => leading.has(role))
  const others = people.filter(({ role }) => !leading.has(role))
  return (
    <main class="welcome">
      <div class="welcome-words">
        <Mark size={56} />
        <h1>{whole.app.name}</h1>
        <p class="tagline">{words.tagline}</p>
        <p class="about">{words.about}</p>
      </div>
      <div class="welcome-people">
        <h2>{words.whoTitle}</h2>
        <p class="row-sub">{words.whoHint}</p>
        <ul>
          {first.map((one) => (
            <Card key={one.person.id} {...one} words={words} become={become} />
          ))}
        </ul>
        <h3>{words.others}</h3>
        <ul class="smaller">
          {others.map((one) => (
            <Card key={one.person.id} {...one} words={words} become={become} />
          ))}
        </ul>
      </div>
    </main>
  )
}

type CardProps = {
  readonly person: Person
  readonly role: Role
  readonly words: Words
  readonly become: (id: string) => void
}

function Card({ person, role, words, become }: CardProps): JSX.Element {
  const isStart = person.id === story.lead
  return (
    <li>
      <button
        type="button"
        class={`person-card ${isStart ? 'start' : ''}`}
        disabled={person.deleted}
        onClick={() => become(person.id)}
      >
        <Avatar person={person} size={40} />
        <span class="menu-words">
          <b>{person.real_name}</b>
          <small>{words.roles[role]}</small>
        </span>
        {isStart && <span class="tag fresh">{words.startHere}</span>}
      </button>
    </li>
  )
}
