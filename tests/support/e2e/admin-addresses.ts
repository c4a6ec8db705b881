import { adminPath, type AdminPage } from '@/lib/i18n/admin-pages'
import type { Locale } from '@/lib/i18n/locales'
import { projectWaveId } from '../project-wave'

/** A wave that is published in two states, and one of which there is a draft only. */
export const earlierWaveId = '2024-12'
export const draftWaveId = '2026-12'

const figure = 'code=usage.any&population=french'

/** What stands behind the addresses of pages that are there for several things. `token`: of a link for a new account. */
const below = (page: AdminPage, token: string): readonly string[] => {
  switch (page) {
    case 'invitation':
      return [`/${token}`]
    case 'wave':
      return [projectWaveId, earlierWaveId, draftWaveId].map((id) => `/${id}`)
    case 'figure':
      return [`/${draftWaveId}?${figure}`]
    case 'waveAbout':
      return [`/${draftWaveId}`]
    default:
      return ['']
  }
}

/** The addresses of a page of the admin area: several, where there is one for each of several things. */
export const adminAddresses = (page: AdminPage, locale: Locale, token: string): readonly string[] =>
  below(page, token).map((rest) => adminPath(page, locale) + rest)
