import type { ReactNode } from 'react'

/** Whatever the address of the page is. */
const sameAddress = ''

/** Loads the page anew, without scripts too. */
export function ReloadLink({ children }: { readonly children: ReactNode }) {
  return (
    <a className="button" href={sameAddress}>
      {children}
    </a>
  )
}
