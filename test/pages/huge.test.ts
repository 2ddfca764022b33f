import { expect, onTestFinished, test } from 'vitest'
import { openHuge } from './huge.ts'
import { Tab } from './tab.ts'

const idsIn = (html: string): string[] =>
  [...html.matchAll(/name="t" value="(\d+)"/g)].map(([, id]) => id ?? '')

test('thousands of tickets are counted, turned over fifty at a time, and decided by one word', async () => {
  const { origin, link, close } = await openHuge(2000)
  onTestFinished(close)
  const tab = new Tab(origin)
  const { path } = await tab.enters(link)
  await expect
    .poll(async () => (await tab.gets(path)).text, { timeout: 10_000 })
    .toContain('1,800 deleted for good')
  expect(tab.shown?.text).toContain('180 redacted')
  expect(tab.shown?.text).toContain('20 to decide')

  await tab.gets(`${path}finds?group=own&page=36&sort=oldest`)
  expect(tab.shown?.text).toContain('1,751 to 1,800 of 1,800')
  expect(idsIn(tab.html)).toHaveLength(50)
  expect(idsIn(tab.html).at(-1)).toBe('102000')
  expect(idsIn((await tab.gets(`${path}finds?text=commande%20100777`)).html)).toEqual(['100777'])

  await tab.gets(`${path}finds?group=own`)
  await tab.sends('class', { action: 'keep', reason: 'legal-obligation' })
  await tab.gets(path)
  expect(tab.shown?.text).toContain('1,800 kept')
  await tab.gets(`${path}finds?status=closed&open=1`)
  expect(tab.shown?.text).not.toContain('Deleted for good (')
})
