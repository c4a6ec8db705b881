import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { releasePath } from '@/lib/i18n/admin-pages'

interface Props {
  readonly id: string
  readonly children: ReactNode
}

/** A link to the page of a release. */
export function ReleaseLink({ id, children }: Props) {
  return <a href={releasePath(id, useLocale())}>{children}</a>
}
