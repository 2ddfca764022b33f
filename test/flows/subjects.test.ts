import { expect, test } from 'vitest'
import { Refusal } from '../../src/flows/refusal.ts'
import { parseView } from '../../src/flows/subject.ts'
import { parseSubjects } from '../../src/flows/subjects.ts'

const host = 'example.zendesk.com'
const read = (text: string) => parseSubjects(text, host)

const email = (value: string) => ({ by: 'email', value })

test('a list has a person on each line, empty lines and the same words twice left out', () => {
  const { people, faults, duplicates } = read(
    '\uFEFFana@example.com\r\n\r\n#48213\nANA@example.com\n+33 6 39 98 01 02\n',
  )
  expect(people).toEqual([
    email('ana@example.com'),
    { by: 'ticket', id: 48213 },
    { by: 'phone', value: '+33 6 39 98 01 02' },
  ])
  expect(faults).toEqual([])
  expect(duplicates).toBe(1)
})

test('several stand on one line where each is somebody, and a name with a comma is one name', () => {
  expect(read('ana@example.com; bo@example.org, user:7').people).toEqual([
    email('ana@example.com'),
    email('bo@example.org'),
    { by: 'user', id: 7 },
  ])
  expect(read('Doe, Jane').people).toEqual([{ by: 'name', value: 'Doe, Jane' }])
})

test('each line that names nobody is said by its number, and in its words', () => {
  const { faults } = read('ana@example.com\nbo@\n\n#0\nview:12')
  expect(faults.map(({ line, code, of }) => [line, code, of])).toEqual([
    [2, 'subject-email', 'bo@'],
    [4, 'subject-number', '#0'],
    [5, 'subject-unclear', 'view:12'],
  ])
})

test('of a table the column that tells people apart is read', () => {
  const table =
    'id,name,email,notes\r\n7,"Doe, Jane",jane@example.com,"a, b"\r\n8,Bo,bo@example.org,'
  expect(read(table).people).toEqual([email('jane@example.com'), email('bo@example.org')])
  expect(read('user_id;name\n7;Jane\n8;Bo').people).toEqual([
    { by: 'user', id: 7 },
    { by: 'user', id: 8 },
  ])
  expect(read('External ID\nA-1\nA-2').people).toEqual([
    { by: 'external-id', value: 'A-1' },
    { by: 'external-id', value: 'A-2' },
  ])
  expect(read('email\nana@example.com\nbo@').faults.map(({ line }) => line)).toEqual([3])
})

const list = (count: number): string =>
  Array.from({ length: count }, (_, n) => `p${n}@example.com`).join('\n')

test('nobody, and more than ten thousand, are refused as a whole', () => {
  expect(read(list(10_000)).people).toHaveLength(10_000)
  for (const [text, code] of [
    [list(10_001), 'subjects-too-many'],
    ['\n \n', 'subject-missing'],
    ['email\n', 'subject-missing'],
  ] as const) {
    expect(() => read(text)).toThrow(new Refusal(code, code === 'subjects-too-many' ? '10000' : ''))
  }
})

test('a view is named by its number or its address, of this account alone', () => {
  expect(parseView('view:123', host)).toBe(123)
  expect(parseView(`https://${host}/agent/filters/123`, host)).toBe(123)
  expect(parseView(`<https://${host}/agent/filters/123?x=1>`, host)).toBe(123)
  expect(parseView('#123', host)).toBeUndefined()
  expect(() => parseView('https://other.zendesk.com/agent/filters/123', host)).toThrow(Refusal)
})
