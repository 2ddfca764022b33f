import { useCallback, useEffect, useState } from 'preact/hooks'
import { type Address, type Change, changed, readAddress, writeAddress } from '../model/address.ts'

/** Where somebody is, and the way to go elsewhere; the browser's Back works. */
export function useAddress(): [Address, (change: Change) => void] {
  const [address, setAddress] = useState(() => readAddress(location.hash))
  useEffect(() => {
    const follow = (): void => setAddress(readAddress(location.hash))
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  const go = useCallback((change: Change) => {
    location.hash = writeAddress(changed(readAddress(location.hash), change))
    setAddress(readAddress(location.hash))
  }, [])
  return [address, go]
}
