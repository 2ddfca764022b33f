import { pageView } from '../../views/window/page.ts'
import { inWindow } from './about.ts'

/**
 * A one-time link to a page of the desk's own: the review, or the upload of a long list. It is shown
 * to the one member whom it opens for, and to nobody else.
 */
export const openPage = inWindow('any', async ({ by, sight, bound }, { pages }) => {
  const { request } = bound ?? {}
  const purpose = request ? 'review' : 'upload'
  const url = pages.linkFor(
    request ? { member: by, purpose: 'review', request } : { member: by, purpose: 'upload' },
  )
  if (!url) return { kind: 'say', text: sight.words.window.page['no-pages'] }
  return { kind: 'push', view: pageView(sight, { user: by.user, url, purpose }) }
})
