import type { JSX } from 'preact'
import { useKept } from '../live/use-kept.ts'
import { timeOf } from '../model/dates.ts'
import { batched, type DeskRequest, isWrite } from '../model/desk.ts'
import { useSession } from '../session.ts'

/** What the account was asked, the newest first; writes stand out. */
export function Requests({ requests }: { requests: readonly DeskRequest[] }): JSX.Element {
  const { words } = useSession()
  const [onlyWrites, setOnlyWrites] = useKept('only-writes', false)
  const shown = requests.filter((one) => !onlyWrites || isWrite(one)).toReversed()
  return (
    <div class="desk-list requests" tabIndex={0} role="region" aria-label={words.requests}>
      <label class="box small">
        <input type="checkbox" checked={onlyWrites} onChange={() => setOnlyWrites(!onlyWrites)} />
        {words.onlyWrites}
      </label>
      {shown.length === 0 && <p class="empty">{words.noRequests}</p>}
      <ol>
        {batched(shown).map(({ key, requests: [first, ...others] }) =>
          first && others.length > 0 ? (
            <Reads key={key} reads={[first, ...others]} />
          ) : (
            first && <Row key={key} request={first} />
          ),
        )}
      </ol>
    </div>
  )
}

function Reads({ reads }: { reads: readonly DeskRequest[] }): JSX.Element {
  const { words } = useSession()
  return (
    <li>
      <details class="reads">
        <summary>{words.reads(reads.length)}</summary>
        <ol>
          {reads.map((request) => (
            <Row key={request.seq} request={request} />
          ))}
        </ol>
      </details>
    </li>
  )
}

function Row({ request }: { request: DeskRequest }): JSX.Element {
  const { clock } = useSession()
  const { method, path, status, at, effect } = request
  const kind = isWrite(request) ? 'write' : ''
  const wrong = status === null || status >= 400 ? 'wrong' : ''
  const what = effect.slice(0, 3).map((one) => one.kind)
  return (
    <li class={`request ${kind} ${wrong}`}>
      <span class="method">{method}</span>
      <span class="path">
        {path.replace('/api/v2', '')}
        {what.length > 0 && <small>{[...new Set(what)].join(', ')}</small>}
      </span>
      <span class="code">{status ?? '—'}</span>
      <time dateTime={at}>{timeOf(Math.floor(Date.parse(at) / 1000), clock)}</time>
    </li>
  )
}
