import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Blocks } from '../blocks/block.tsx'
import { type Surface, SurfaceContext } from '../blocks/surface.ts'
import { PlainText } from '../blocks/text.tsx'
import { textOf } from '../model/json.ts'
import type { View } from '../model/records.ts'
import { Dialog } from '../parts/dialog.tsx'
import { Icon } from '../parts/icon.tsx'
import { useSession } from '../session.ts'

/** The windows of the app: the one on top, with what lies below it named. */
export function Modals(): JSX.Element | null {
  const { screen, words, act } = useSession()
  const top = screen.views.at(-1)
  if (!top) return null
  const leave = (clear: boolean): void => void act('close', { view: top.id, clear })
  return (
    <Dialog label={words.window(textOf(top.title))} className="modal" leave={() => leave(false)}>
      <ModalView key={top.id} view={top} depth={screen.views.length} leave={leave} />
    </Dialog>
  )
}

type Props = {
  readonly view: View
  readonly depth: number
  readonly leave: (clear: boolean) => void
}

function ModalView({ view, depth, leave }: Props): JSX.Element {
  const { words } = useSession()
  const form = useRef<HTMLFormElement>(null)
  const { submit, isBusy, says } = useSubmit(view)
  useFocusInside(form, view.hash)
  return (
    <form
      ref={form}
      noValidate
      class="modal-form"
      aria-busy={isBusy}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <header class="dialog-head">
        <Mark depth={depth} back={() => leave(false)} label={words.back} />
        <h2 tabIndex={-1}>
          <PlainText text={view.title} />
        </h2>
        <button
          type="button"
          class="quiet square"
          aria-label={words.close}
          onClick={() => leave(true)}
        >
          <Icon name="close" />
        </button>
      </header>
      <SurfaceContext.Provider value={surfaceOf(view)}>
        <div class="dialog-body">
          <Blocks blocks={view.blocks} />
        </div>
      </SurfaceContext.Provider>
      <Foot view={view} isBusy={isBusy} says={says} leave={leave} />
    </form>
  )
}

const surfaceOf = (view: View): Surface => ({
  id: view.id,
  where: { view: view.id },
  values: view.state.values,
  errors: view.errors ?? {},
})

type MarkProps = { readonly depth: number; readonly back: () => void; readonly label: string }

const Mark = ({ depth, back, label }: MarkProps): JSX.Element | null =>
  depth > 1 ? (
    <button type="button" class="quiet square" aria-label={label} onClick={back}>
      <Icon name="back" />
    </button>
  ) : null

type FootProps = Omit<Props, 'depth'> & {
  readonly isBusy: boolean
  readonly says: string | undefined
}

function Foot({ view, isBusy, says, leave }: FootProps): JSX.Element {
  const { words } = useSession()
  return (
    <footer class="dialog-foot">
      <p class="dialog-says" role="alert">
        {says}
      </p>
      <button type="button" class="button" onClick={() => leave(false)}>
        {view.close ? <PlainText text={view.close} /> : view.submit ? words.cancel : words.close}
      </button>
      {view.submit && (
        <button
          type="submit"
          class={`button primary ${isBusy ? 'busy' : ''}`}
          aria-disabled={isBusy}
        >
          <PlainText text={view.submit} />
        </button>
      )}
    </footer>
  )
}

type Submit = {
  readonly submit: () => Promise<void>
  readonly isBusy: boolean
  readonly says: string | undefined
}

function useSubmit(view: View): Submit {
  const { act, filler, words } = useSession()
  const [isBusy, setBusy] = useState(false)
  const [says, setSays] = useState<string>()
  const submit = async (): Promise<void> => {
    if (isBusy || !view.submit) return
    setBusy(true)
    setSays(undefined)
    await filler.flush()
    const seen = await act('submit', { view: view.id })
    setBusy(false)
    if (!seen.ok && seen.outcome !== 'invalid') setSays(seen.says ?? words.failed)
    if (seen.outcome === 'invalid') focusFault()
  }
  return { submit, isBusy, says }
}

// After the errors have been drawn, the first wrong field is where one wants to be, and what is said
// of it is below it: a field that has the focus already would not be scrolled to.
function focusFault(): void {
  requestAnimationFrame(() => {
    const fault = document.querySelector('dialog .field.wrong')
    fault?.querySelector<HTMLElement>('input, textarea, select')?.focus()
    fault?.scrollIntoView({ block: 'nearest' })
  })
}

/** When an update takes the focused field away, the focus goes to the first thing in the window. */
function useFocusInside(form: { current: HTMLFormElement | null }, hash: string): void {
  useEffect(() => {
    const shown = form.current
    const { activeElement } = document
    const isInside = shown?.contains(activeElement) && !activeElement?.matches('h2, .dialog-head *')
    if (!shown || isInside) return
    const first = shown.querySelector<HTMLElement>(
      '.dialog-body :is(input, textarea), .dialog-body button, .dialog-body a[href]',
    )
    ;(first ?? shown.querySelector<HTMLElement>('h2'))?.focus()
  }, [form, hash])
}
