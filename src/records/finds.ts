export {
  Choice,
  Choices,
  TicketDecision,
  TraceDecision,
} from './decisions.ts'
export {
  Candidate,
  Evidence,
  OneSubject,
  OwnTicket,
  PeopleDecision,
  PeopleFinds,
  Subject,
} from './people-finds.ts'
export { TermKind, TermRecord } from './terms.ts'
export {
  Action,
  CallFind,
  FileFind,
  FileVerdict,
  Passage,
  Proposal,
  SuspendedFind,
  TicketFind,
  TraceIndex,
  Unclosed,
} from './traces.ts'
