import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { responseStatus } from '@/lib/http/response-status'
import type { AdminPage } from '@/lib/i18n/admin-pages'

/** The head of a page of the admin area: its title, which says first when something was refused; nobody is to index it. */
export async function adminMetadata(page: AdminPage): Promise<Metadata> {
  const t = await getTranslations()
  const title = t(`admin.titles.${page}`)
  return {
    title: responseStatus() === null ? title : t('problems.pageTitle', { title }),
    robots: { index: false, follow: false },
  }
}
