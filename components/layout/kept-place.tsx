'use client'

import { useEffect } from 'react'

/** Where on the screen to look for what is read, as parts of its height: the middle first. */
const heights = [0.5, 0.4, 0.6, 0.3, 0.7]

/** A paragraph, say, near the middle of the screen; null where only what is higher than the screen stands there. */
function elementRead(): Element | null {
  const found = heights.map((height) => document.elementFromPoint(innerWidth / 2, height * innerHeight))
  return found.find((element) => element !== null && element.clientHeight < innerHeight) ?? null
}

/** Keeps what is read in sight when a phone is turned: the lines become longer or shorter, and all that is below them moves. */
export function KeptPlace() {
  useEffect(() => {
    let read: { readonly element: Element; readonly top: number } | null = null
    let width = innerWidth
    let frame = 0
    const note = () => {
      const element = scrollY > 0 ? elementRead() : null
      read = element && { element, top: element.getBoundingClientRect().top / innerHeight }
    }
    const noteOnce = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(note)
    }
    const keep = () => {
      if (innerWidth === width) return
      width = innerWidth
      if (read)
        scrollBy({
          top: read.element.getBoundingClientRect().top - read.top * innerHeight,
          behavior: 'instant',
        })
      noteOnce()
    }
    noteOnce()
    addEventListener('scroll', noteOnce, { passive: true })
    addEventListener('resize', keep)
    return () => {
      cancelAnimationFrame(frame)
      removeEventListener('scroll', noteOnce)
      removeEventListener('resize', keep)
    }
  }, [])
  return null
}
