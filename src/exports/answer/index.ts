export { type AnswerFacts, answerDocument } from './document.ts'
export type { AnswerWords } from './words.ts'
export { answerFiles } from './written.ts'
