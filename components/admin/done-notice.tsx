'use client'

import { useEffect, useRef, type ReactNode } from 'react'

/** What a form has done, above the page that it led to. It takes the focus, however the page came: the form itself is gone. */
export function DoneNotice({ children }: { readonly children: ReactNode }) {
  const notice = useRef<HTMLParagraphElement>(null)
  useEffect(() => notice.current?.focus(), [])
  return (
    <p ref={notice} className="notice" role="status" tabIndex={-1} autoFocus>
      {children}
    </p>
  )
}
