import { useLayoutEffect } from 'react'

/**
 * Keeps the title of the page in step with what is shown; null leaves the title that the server gave. The framework
 * writes its own title whenever it wakes up or comes back, which may be later than us: the last word is ours.
 */
export function usePageTitle(title: string | null): void {
  useLayoutEffect(() => {
    if (title === null) return
    const write = () => {
      if (document.title !== title) document.title = title
    }
    write()
    const observer = new MutationObserver(write)
    observer.observe(document.head, { childList: true, subtree: true, characterData: true })
    return () => observer.disconnect()
  }, [title])
}
