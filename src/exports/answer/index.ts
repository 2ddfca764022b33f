export { type AnswerFacts, answerDocument } from './document.ts'
export { answerFiles } from './written.ts'
