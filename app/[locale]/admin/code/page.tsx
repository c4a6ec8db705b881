import { getMessages, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/admin/action-form'
import { sharedWords } from '@/components/admin/shared-words'
import { onTheWay } from '../guarded'
import { adminMetadata } from '../titles'
import { codeAction } from '../way-in-actions'

export const generateMetadata = async () => adminMetadata('code')

export default async function CodePage({ params }: PageProps<'/[locale]/admin/code'>) {
  const { locale } = await params
  return onTheWay('code', locale, 'secondFactorPending', async () => {
    const t = await getTranslations('admin')
    const words = { submit: t('code.submit'), ...sharedWords(await getMessages()) }
    return (
      <>
        <h1>{t('titles.code')}</h1>
        <p>{t('code.lead')}</p>
        <ActionForm
          id="totp"
          action={codeAction.bind(null, 'totp', locale)}
          fields={[{ name: 'code', type: 'code', label: t('code.label'), hint: t('code.hint') }]}
          words={words}
        />
        <section aria-labelledby="recovery-title">
          <h2 id="recovery-title">{t('code.recoveryTitle')}</h2>
          <p>{t('code.recoveryLead')}</p>
          <ActionForm
            id="recovery"
            action={codeAction.bind(null, 'recovery', locale)}
            fields={[{ name: 'code', type: 'code', label: t('code.recoveryLabel'), autoComplete: 'off' }]}
            words={words}
            isQuiet
          />
        </section>
      </>
    )
  })
}
