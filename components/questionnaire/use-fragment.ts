import { useCallback, useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  addEventListener('hashchange', listener)
  addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('hashchange', listener)
    removeEventListener('popstate', listener)
  }
}

const fragment = () => location.hash.slice(1)

/**
 * The address fragment as state, so that Back, Forward, a refresh and a shared address all mean what they say. Empty on
 * the server and while the page wakes up.
 */
export function useFragment(): readonly [string, (next: string, mode?: 'push' | 'replace') => void] {
  const current = useSyncExternalStore(subscribe, fragment, () => '')
  const goTo = useCallback((next: string, mode: 'push' | 'replace' = 'push') => {
    // The router adds its own state to entries made this way; a bare `location.hash` would leave it without.
    history[mode === 'push' ? 'pushState' : 'replaceState'](null, '', `#${next}`)
    for (const listener of listeners) listener()
  }, [])
  return [current, goTo]
}
