import { getTranslations } from 'next-intl/server'
import { AdminNotice } from '@/components/admin/admin-notice'
import { setResponseStatus } from '@/lib/http/response-status'

/** Says that there is no such wave, with the status of what is not there. */
export async function NoWave() {
  const t = await getTranslations('admin.figures')
  setResponseStatus(404)
  return <AdminNotice title={t('noWaveTitle')}>{t('noWave')}</AdminNotice>
}
