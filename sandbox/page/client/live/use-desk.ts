import { useEffect, useState } from 'preact/hooks'
import { type DeskRequest, type DeskState, isWrite, touchedBy, withNewer } from '../model/desk.ts'
import { read } from './http.ts'

/** The account as the page knows it now. */
export type LiveDesk = {
  readonly state: DeskState | undefined
  readonly requests: readonly DeskRequest[]
  /** Ids of what was changed while the page was open. */
  readonly touched: ReadonlySet<string>
  readonly online: boolean
}

const pace = 1200

/** Follows the account: its new requests at a calm pace, and all of it after one that changed something. */
export function useDesk(): LiveDesk {
  const [state, setState] = useState<DeskState>()
  const [requests, setRequests] = useState<readonly DeskRequest[]>([])
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const [online, setOnline] = useState(true)
  useEffect(() => {
    let since = 0
    let isFirst = true
    const look = async (): Promise<void> => {
      if (document.hidden) return
      const newer = await read<DeskRequest[]>(`/zendesk/_log?since=${since}`)
      since = newer.at(-1)?.seq ?? since
      if (newer.length > 0) setRequests((shown) => withNewer(shown, newer))
      if (!isFirst) setTouched((known) => new Set([...known, ...touchedBy(newer)]))
      if (isFirst || newer.some((one) => isWrite(one) || one.effect.length > 0))
        setState(await read<DeskState>('/zendesk/_state'))
      isFirst = false
      setOnline(true)
    }
    return repeatedly(look, () => setOnline(false))
  }, [])
  return { state, requests, touched, online }
}

function repeatedly(run: () => Promise<void>, onFault: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOver = false
  const turn = async (): Promise<void> => {
    await run().catch(onFault)
    if (!isOver) timer = setTimeout(() => void turn(), pace)
  }
  void turn()
  return () => {
    isOver = true
    clearTimeout(timer)
  }
}
