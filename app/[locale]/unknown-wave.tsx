import { getTranslations } from 'next-intl/server'
import { ErrorNotice } from '@/components/layout/error-notice'
import { setResponseStatus } from '@/lib/http/response-status'

/** Says that nothing was published of a wave, with the status of what is not there, and leads to the current one. */
export async function UnknownWave({ route }: { readonly route: 'results' | 'figures' }) {
  const t = await getTranslations('waves')
  setResponseStatus(404)
  return (
    <ErrorNotice title={t('unknownTitle')} route={route} link={t('toCurrent')}>
      {t('unknown')}
    </ErrorNotice>
  )
}
