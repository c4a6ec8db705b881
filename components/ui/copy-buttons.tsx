'use client'

import { useEffect, useRef, useState } from 'react'

export interface CopyWords {
  readonly copied: string
  /** The browser did not let it be copied, and the text is selected instead. */
  readonly refused: string
}

/**
 * Wakes the buttons beside it, and below what is beside it, that copy what the element of the id in their `data-copies` says: a
 * button that has done so says it to those who look, and a status to those who listen. Where the browser refuses, they say that, and
 * the text is shown and selected. They stay hidden where the browser cannot copy: without scripts, or where the connection is not protected.
 */
export function CopyButtons({ copied, refused }: CopyWords) {
  const [said, setSaid] = useState({ words: '', count: 0 })
  const status = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    const { clipboard } = navigator
    const place = status.current?.parentElement
    if (clipboard === undefined || !place) return undefined
    const buttons = [...place.querySelectorAll<HTMLElement>('[data-copies]')]
    for (const button of buttons) button.hidden = false
    const copy = ({ target }: Event) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('[data-copies]') : null
      const source = document.getElementById(button?.dataset['copies'] ?? '')
      const text = source?.textContent
      if (!button || !source || !text) return
      const tell = (words: string) => {
        button.textContent = words
        setSaid(({ count }) => ({ words, count: count + 1 }))
      }
      clipboard.writeText(text).then(
        () => tell(copied),
        () => {
          source.hidden = false
          window.getSelection()?.selectAllChildren(source)
          tell(refused)
        },
      )
    }
    place.addEventListener('click', copy)
    return () => place.removeEventListener('click', copy)
  }, [copied, refused])
  return (
    <p className="visually-hidden" role="status" ref={status}>
      <span key={said.count}>{said.words}</span>
    </p>
  )
}
