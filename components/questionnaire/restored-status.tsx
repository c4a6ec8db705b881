import { useEffect, useState } from 'react'

interface Props {
  /** Whether answers were brought back onto the page. */
  readonly isTold: boolean
  readonly words: string
}

/**
 * Tells those who listen that the answers are there again, after a refresh or a change of language: nothing else shows it to them.
 * Silent once the focus moves, as what is focused says more. Empty at first, since only what comes into a region is announced.
 */
export function RestoredStatus({ isTold, words }: Props) {
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (!isTold) return undefined
    setSaid(words)
    const clear = () => setSaid('')
    document.addEventListener('focusin', clear)
    return () => document.removeEventListener('focusin', clear)
  }, [isTold, words])
  return (
    <p className="visually-hidden" role="status" data-status="restored">
      {said}
    </p>
  )
}
