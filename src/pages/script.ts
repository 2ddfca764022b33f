/**
 * What makes the pages quicker; everything works without it. Nothing typed is lost by leaving, a tick
 * chooses "black out", filters act at once.
 */
export const script = `'use strict'
for (const form of document.querySelectorAll('form[data-kept]')) {
  let isChanged = false
  const note = form.querySelector('[data-unsaved]')
  form.addEventListener('change', (event) => {
    isChanged = true
    if (note) note.hidden = false
    const find = event.target.closest('[data-find]')
    const isTick = event.target.type === 'checkbox' && event.target.checked
    const redact = find && isTick ? find.querySelector('input[type=radio][value=redact]') : null
    if (redact) redact.checked = true
  })
  form.addEventListener('submit', () => {
    isChanged = false
  })
  window.addEventListener('beforeunload', (event) => {
    if (isChanged) event.preventDefault()
  })
}
for (const form of document.querySelectorAll('form[data-filters]')) {
  form.addEventListener('change', (event) => {
    if (event.target.type !== 'search') form.requestSubmit()
  })
}
`
