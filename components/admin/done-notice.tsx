import type { ReactNode } from 'react'

/** What a form has done, above the page that it led to. It takes the focus: the form itself is gone. */
export function DoneNotice({ children }: { readonly children: ReactNode }) {
  return (
    <p className="notice" role="status" tabIndex={-1} autoFocus>
      {children}
    </p>
  )
}
