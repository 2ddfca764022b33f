import type { ModalView } from '@slack/types'
import { modal, section } from './kit.ts'
import type { Sight } from './sight.ts'

/** A window that only says something. */
export const notice = (sight: Sight, text: string): ModalView =>
  modal(sight, {
    title: sight.words.door.title,
    blocks: [section(text)],
    bound: { deed: 'close-window' },
    close: sight.words.door.close,
  })

/** A window in which something is being worked at. Nothing personal: nobody has been checked yet. */
export const waiting = (sight: Sight): ModalView =>
  modal(sight, {
    title: sight.words.door.title,
    blocks: [section(`:hourglass_flowing_sand: ${sight.words.door.working}`)],
    bound: { deed: 'close-window' },
    close: sight.words.door.close,
  })
