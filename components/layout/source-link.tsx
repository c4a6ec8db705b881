import type { ReactNode } from 'react'
import { sourceLanguage } from '@/lib/comparison/waves'

interface Props {
  readonly url: string
  readonly children: ReactNode
}

/** A link to a source by its title, which keeps its own language. */
export function SourceLink({ url, children }: Props) {
  return (
    <a href={url} lang={sourceLanguage}>
      {children}
    </a>
  )
}
