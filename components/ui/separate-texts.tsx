import { Children, type ReactNode } from 'react'

/**
 * Puts each text into an element of its own: where a browser has translated the page, React finds a text that is alone in
 * its element again, and no other. For texts with elements among them, as `t.rich` gives.
 */
export function SeparateTexts({ children }: { readonly children: ReactNode }) {
  return Children.map(children, (child) => (typeof child === 'string' ? <span>{child}</span> : child))
}
