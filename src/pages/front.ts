import type { IncomingMessage, ServerResponse } from 'node:http'
import { mayDo, Refusal } from '../flows/index.ts'
import { wordsFor } from '../words/index.ts'
import { type Answer, sendAsset, sendOn, sendPage } from './answer.ts'
import { addressOf, cookieIn, isFromHere, languageOf } from './asked.ts'
import { assets } from './assets.ts'
import { type Form, readForm, UnreadableForm } from './form.ts'
import type { Guesses } from './guesses.ts'
import type { Granted, Links } from './links.ts'
import { endsSession, refusedPage } from './refused.ts'
import { review } from './review/review.ts'
import { broken, busy, failed, foreign, landing, nothingHere, signedOut } from './says.ts'
import { formTokenOf, isSame } from './secrets.ts'
import type { Session, Sessions } from './sessions.ts'
import { type Sight, shell } from './shell.ts'
import { upload } from './upload/upload.ts'
import type { Office, Visit } from './visit.ts'

/** Everything that the front door needs. */
export type Front = {
  readonly office: Office
  readonly links: Links
  readonly sessions: Sessions
  readonly guesses: Guesses
  /** Under which origin browsers are here; nothing: there are no pages. */
  readonly origin: () => string | undefined
  readonly sightOf: (user: string) => Promise<Sight>
  readonly trouble: (where: string, error: unknown) => void
}

/** One request of a browser. */
type Asked = {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly url: URL
  readonly parts: readonly string[]
  readonly address: string
  readonly origin: string
}

/** Answers a browser. Never throws. */
export async function answerBrowser(
  front: Front,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const sight = strangerSight(request)
  const origin = front.origin()
  try {
    if (!origin || !request.url) return say(response, sight, nothingHere(sight.words))
    const url = new URL(request.url, origin)
    const parts = url.pathname.split('/').slice(2)
    const address = addressOf(request, origin)
    await route(front, { request, response, url, parts, address, origin }, sight)
  } catch (error) {
    if (error instanceof UnreadableForm) return say(response, sight, broken(sight.words))
    front.trouble('pages', error)
    if (response.headersSent) response.destroy()
    else say(response, sight, failed(sight.words))
  }
}

async function route(front: Front, asked: Asked, stranger: Sight): Promise<void> {
  const { response, parts } = asked
  const [kind, name = ''] = parts
  const asset = kind === 'a' ? assets.get(name) : undefined
  if (asset) return sendAsset(response, asset.type, asset.text)
  const no = turnedAway(front, asked, stranger)
  if (no) return say(response, stranger, no)
  if (kind === 'o') return await openLink(front, asked, name, stranger)
  if (kind === 's') return await insideSession(front, asked, name, stranger)
  say(response, stranger, nothingHere(stranger.words))
}

/** What is refused before anything is looked at. */
function turnedAway(
  { guesses }: Front,
  { request, address, origin }: Asked,
  { words }: Sight,
): Answer | undefined {
  if (guesses.isTooMany(address)) return busy(words)
  return request.method === 'POST' && !isFromHere(request, origin) ? foreign(words) : undefined
}

/** Looking at a link shows a button: whatever follows links by itself uses nothing up. */
async function openLink(
  front: Front,
  { request, response, address, origin }: Asked,
  secret: string,
  stranger: Sight,
): Promise<void> {
  const granted = front.links.look(secret)
  if (!granted) {
    front.guesses.note(address)
    return say(response, stranger, nothingHere(stranger.words))
  }
  const sight = await front.sightOf(granted.member.user)
  if (request.method !== 'POST') return say(response, sight, landing(sight.words, granted))
  const refusal = await refusalOf(front, granted)
  if (refusal) return say(response, sight, refusedPage(sight.words, refusal))
  // While the role was asked for somebody else may have opened it.
  if (!front.links.use(secret)) return say(response, sight, nothingHere(sight.words))
  const session = front.sessions.begin(granted)
  const path = `/p/s/${session.place}/`
  const secure = origin.startsWith('https:') ? '; Secure' : ''
  sendOn(
    response,
    path,
    `desk=${session.secret}; Path=${path}; HttpOnly; SameSite=Strict; Max-Age=28800${secure}`,
  )
}

async function insideSession(
  front: Front,
  asked: Asked,
  place: string,
  stranger: Sight,
): Promise<void> {
  const { request, response, address } = asked
  const secret = cookieIn(request, 'desk') ?? ''
  const session = front.sessions.find(place, secret)
  if (!session) {
    if (secret !== '') front.guesses.note(address)
    return say(response, stranger, nothingHere(stranger.words))
  }
  const sight = await front.sightOf(session.granted.member.user)
  const form = request.method === 'POST' ? await readForm(request) : undefined
  const token = formTokenOf(secret)
  if (form && !isSame(form.one('token'), token)) return say(response, sight, foreign(sight.words))
  await answerSession(front, response, session, visitOf(asked, { session, sight, form, token }))
}

async function answerSession(
  front: Front,
  response: ServerResponse,
  session: Session,
  visit: Visit,
): Promise<void> {
  if (visit.form && visit.path === 'leave') {
    front.sessions.end(session.place)
    return say(response, visit.sight, signedOut(visit.sight.words))
  }
  const answer = await answerInside(front, session, visit)
  if (answer.kind === 'go') return sendOn(response, answer.to)
  const leave = { to: visit.at('leave'), token: visit.token }
  sendPage(response, answer.status, shell(visit.sight, { ...answer, leave }))
}

type Inside = {
  readonly session: Session
  readonly sight: Sight
  readonly form: Form | undefined
  readonly token: string
}

function visitOf({ url, parts }: Asked, { session, sight, form, token }: Inside): Visit {
  const { place, granted } = session
  return {
    by: granted.member,
    sight,
    path: parts.slice(2).join('/'),
    query: url.searchParams,
    form,
    at: (path) => `/p/s/${place}/${path}`,
    token,
  }
}

/** The role is asked for each time: who has lost it is signed out. */
async function answerInside(
  { office, sessions }: Pick<Front, 'office' | 'sessions'>,
  { granted, place }: Session,
  visit: Visit,
): Promise<Answer> {
  try {
    await mayDo(granted.member, deedOf(granted), office.hands)
    if (granted.purpose === 'upload') return await upload(visit, office)
    return await review({ ...visit, request: granted.request }, office)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (endsSession.has(error.code)) sessions.end(place)
    return refusedPage(visit.sight.words, error)
  }
}

const deedOf = ({ purpose }: Granted): 'open' | 'decide' =>
  purpose === 'upload' ? 'open' : 'decide'

async function refusalOf({ office }: Front, granted: Granted): Promise<Refusal | undefined> {
  try {
    await mayDo(granted.member, deedOf(granted), office.hands)
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

function say(response: ServerResponse, sight: Sight, answer: Answer): void {
  if (answer.kind === 'go') return sendOn(response, answer.to)
  sendPage(response, answer.status, shell(sight, answer))
}

const strangerSight = (request: IncomingMessage): Sight => {
  const locale = languageOf(request)
  return { words: wordsFor(locale), locale, tz: 'UTC' }
}
