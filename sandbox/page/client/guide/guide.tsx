import type { JSX } from 'preact'
import type { DeskState } from '../model/desk.ts'
import { doneIn, nextIn, type Step, steps, story } from '../model/guide.ts'
import { Icon } from '../parts/icon.tsx'
import { type Session, useSession } from '../session.ts'

type Props = { readonly desk: DeskState | undefined; readonly hide: () => void }

/** Leads a newcomer through a first erasure; each step ticks itself. */
export function Guide({ desk, hide }: Props): JSX.Element {
  const session = useSession()
  const { words, me, whole } = session
  const done = doneIn({ me, whole, desk })
  const next = nextIn(done)
  return (
    <section class="guide" aria-label={words.guide}>
      <header>
        <Icon name="compass" size={18} />
        <h2>{words.guideTitle}</h2>
        <button
          type="button"
          class="quiet square"
          aria-label={words.hideGuide}
          title={words.hideGuide}
          onClick={hide}
        >
          <Icon name="close" size={16} />
        </button>
      </header>
      <ol class="guide-steps">
        {steps.map((step, index) => (
          <StepMark
            key={step}
            step={step}
            index={index}
            isDone={done.has(step)}
            isNext={step === next}
          />
        ))}
      </ol>
      {next ? <Current step={next} session={session} /> : <Over />}
    </section>
  )
}

type MarkProps = {
  readonly step: Step
  readonly index: number
  readonly isDone: boolean
  readonly isNext: boolean
}

function StepMark({ step, index, isDone, isNext }: MarkProps): JSX.Element {
  const { words } = useSession()
  return (
    <li
      class={isDone ? 'done' : isNext ? 'next' : ''}
      {...(isNext ? { 'aria-current': 'step' as const } : {})}
    >
      <span class="step-number">{isDone ? <Icon name="check" size={13} /> : index + 1}</span>
      <span class="step-title">{words.guideSteps[step].title}</span>
      {isDone && <span class="hidden">, {words.stepDone}</span>}
    </li>
  )
}

function Current({ step, session }: { step: Step; session: Session }): JSX.Element {
  const { title, text, button } = session.words.guideSteps[step]
  return (
    <div class="guide-now" aria-live="polite">
      <p>
        <b>{title}.</b> {text}
      </p>
      <button type="button" class="button primary" onClick={() => deeds[step](session)}>
        {button}
      </button>
    </div>
  )
}

function Over(): JSX.Element {
  const { words } = useSession()
  return (
    <div class="guide-now" aria-live="polite">
      <p>
        <b>{words.guideDone}</b> {words.guideDoneText}
      </p>
    </div>
  )
}

const atCard = { in: story.channel, thread: undefined, phone: undefined }

// The composer of the channel is drawn first, then it is given its line.
const write = (text: string): void => {
  setTimeout(() => dispatchEvent(new CustomEvent('write-line', { detail: text })), 120)
}

const deeds: Readonly<Record<Step, (session: Session) => void>> = {
  lead: ({ go }) => go({ as: story.lead, ...atCard }),
  command: ({ go }) => {
    go({ as: story.lead, ...atCard })
    write(story.line)
  },
  confirm: ({ go }) => go({ as: story.lead, ...atCard }),
  officer: ({ go }) => go({ as: story.officer, ...atCard }),
  approve: ({ go, me }) => go({ as: me.id === story.lead ? story.officer : me.id, ...atCard }),
  watch: ({ go }) => go({ desk: 'requests', ticket: undefined, phone: 'desk' }),
}
