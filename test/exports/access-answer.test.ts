import { describe, expect, test } from 'vitest'
import { type AnswerFacts, answerDocument, answerFiles } from '../../src/exports/answer/index.ts'
import { unregistered } from '../../src/records/register.ts'
import { wordsFor } from '../../src/words/index.ts'

const facts: AnswerFacts = {
  number: 'R-2026-0001',
  on: 'November 24, 2026',
  organisation: 'Acme <support>',
  contact: 'dpo@example.com',
  authority: 'CNIL',
  language: 'en',
  counts: { profile: 1, messages: 1204, files: 0 },
  register: {
    profile: {
      purpose: 'To know *you*',
      legalBasis: 'contract',
      retention: '3 years',
      recipients: [],
    },
    messages: {
      purpose: { en: 'To help you', fr: 'Pour vous aider' },
      legalBasis: 'legitimate-interests',
      retention: { en: '5 years', fr: '5 ans' },
      recipients: ['Zendesk, Inc.', { en: 'Our carrier', fr: 'Notre transporteur' }],
      transfers: 'United States: standard contractual clauses',
    },
  },
}

const documentIn = (language: 'en' | 'fr') =>
  answerDocument({ ...facts, language }, wordsFor(language).accessAnswer)

describe('the answer to an access', () => {
  test('tells of every category that is held what article 15 asks for, and of no other', () => {
    const { categories } = documentIn('en')
    expect(categories.map(({ code }) => code)).toEqual(['profile', 'messages'])
    expect(categories[1]).toMatchObject({
      held: 'Held: 1,204',
      told: [
        ['What it is for', 'To help you'],
        ['Legal basis', 'legitimate interests (article 6(1)(f) of the GDPR)'],
        ['How long it is kept', '5 years'],
        ['Where it is from', 'from you'],
        ['Who receives it', 'Zendesk, Inc., Our carrier'],
        ['Transfers to other countries', 'United States: standard contractual clauses'],
        ['Automated decisions', 'none'],
      ],
    })
  })

  test('is written in the person’s language, as far as the register speaks it', () => {
    const [, messages] = documentIn('fr').categories
    expect(messages?.told).toContainEqual(['Finalité', 'Pour vous aider'])
    expect(messages?.told).toContainEqual(['Destinataires', 'Zendesk, Inc., Notre transporteur'])
  })

  test('comes as a page that prints, as Markdown and as JSON, each saying the same', () => {
    const files = answerFiles(documentIn('en'), 'en')
    expect([...files.keys()]).toEqual(['answer.html', 'answer.md', 'answer.json'])
    expect(files.get('answer.html')).toContain('Acme &lt;support&gt;')
    expect(files.get('answer.html')).toContain('@media print')
    expect(files.get('answer.md')).toContain('- **What it is for**: To know \\*you\\*')
    expect(JSON.parse(files.get('answer.json') ?? '')).toEqual(documentIn('en'))
  })

  test('is not made while the register says nothing of what is held', () => {
    const counts = { ...facts.counts, recordings: 2, ratings: 0 }
    expect(unregistered(counts, facts.register)).toEqual(['recordings'])
    expect(() => answerDocument({ ...facts, counts }, wordsFor('en').accessAnswer)).toThrow(
      'recordings',
    )
  })
})
