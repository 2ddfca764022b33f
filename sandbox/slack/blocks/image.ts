import { z } from 'zod'
import { chars, id, plain, url } from './text.ts'

const source = {
  alt_text: chars({ min: 1, max: 2000 }),
  image_url: url.optional(),
  slack_file: z
    .strictObject({ id: chars({ min: 1 }).optional(), url: url.optional() })
    .refine((file) => (file.id === undefined) !== (file.url === undefined), {
      message: 'must provide exactly one of `id` or `url`',
    })
    .optional(),
}

type Source = { image_url?: unknown; slack_file?: unknown }
const oneSource = ({ image_url, slack_file }: Source): boolean =>
  (image_url === undefined) !== (slack_file === undefined)
const wrong = {
  message: 'must provide exactly one of `image_url` or `slack_file`',
  path: ['image_url'],
}

/** An image inside another block. */
export const imageElement = z
  .strictObject({ type: z.literal('image'), ...source })
  .refine(oneSource, wrong)

/** An image as a block of its own. */
export const imageBlock = z
  .strictObject({
    type: z.literal('image'),
    block_id: id,
    title: plain(2000).optional(),
    ...source,
  })
  .refine(oneSource, wrong)
