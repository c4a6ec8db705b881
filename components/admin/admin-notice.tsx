import type { ReactNode } from 'react'

interface Props {
  readonly title: string
  readonly children: ReactNode
}

/** A page of the admin area that says why there is nothing else. */
export function AdminNotice({ title, children }: Props) {
  return (
    <section className="error-notice">
      <h1>{title}</h1>
      <p>{children}</p>
    </section>
  )
}
