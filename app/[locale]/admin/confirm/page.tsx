import { getMessages, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/admin/action-form'
import { sharedWords } from '@/components/admin/shared-words'
import { confirmAction } from '../account-actions'
import { guarded } from '../guarded'
import { adminMetadata } from '../titles'

export const generateMetadata = async () => adminMetadata('confirm')

/** Asks for the second factor again, before something sensitive is done. */
export default async function ConfirmPage({ params, searchParams }: PageProps<'/[locale]/admin/confirm'>) {
  const { locale } = await params
  const { back } = await searchParams
  return guarded('confirm', locale, async () => {
    const t = await getTranslations('admin')
    const words = sharedWords(await getMessages())
    return (
      <>
        <h1>{t('titles.confirm')}</h1>
        <p>{t('confirm.lead')}</p>
        <ActionForm
          id="confirm"
          action={confirmAction.bind(null, locale, typeof back === 'string' ? back : '')}
          fields={[{ name: 'code', type: 'code', label: t('code.label'), hint: t('code.hint') }]}
          words={{ submit: t('confirm.submit'), ...words }}
        />
      </>
    )
  })
}
