import { redirect } from 'next/navigation'
import { getMessages, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/admin/action-form'
import { sharedWords } from '@/components/admin/shared-words'
import { TotpSetupNote } from '@/components/admin/totp-setup-note'
import { localeFrom } from '@/lib/i18n/locales'
import { currentRequest } from '@/lib/auth/current-request'
import { beginTotpSetup, readTotpSetup } from '@/lib/auth/second-factor-setup'
import { adminPath } from '@/lib/i18n/admin-pages'
import { nextPage } from '../rules'
import { framed, readOrNull, stateOrNull, Unavailable } from '../guarded'
import { adminMetadata } from '../titles'
import { confirmSetUpAction } from '../way-in-actions'

export const generateMetadata = async () => adminMetadata('setUp')

/** Sets up a second factor, the first one or another. */
export default async function SetUpPage({ params }: PageProps<'/[locale]/admin/set-up'>) {
  const locale = localeFrom((await params).locale)
  const request = await currentRequest()
  const found = await stateOrNull(request)
  if (found === null) return framed('setUp', locale, null, <Unavailable />)
  if (found.state !== 'signedIn' && found.state !== 'secondFactorToSetUp') {
    redirect(adminPath(nextPage[found.state], locale))
  }

  const setup = await readOrNull(async () => {
    const begun = await readTotpSetup(request)
    return begun.ok || found.state === 'signedIn' ? begun : beginTotpSetup(request)
  })
  if (setup === null) return framed('setUp', locale, found, <Unavailable />)
  const t = await getTranslations('admin')
  const words = sharedWords(await getMessages())
  return framed(
    'setUp',
    locale,
    found,
    <>
      <h1>{t('titles.setUp')}</h1>
      {setup.ok ? (
        <>
          <TotpSetupNote setup={setup} />
          <ActionForm
            id="set-up"
            action={confirmSetUpAction.bind(null, locale)}
            fields={[{ name: 'code', type: 'code', label: t('code.label'), hint: t('setUp.codeHint') }]}
            words={{ submit: t('setUp.submit'), ...words }}
          />
        </>
      ) : (
        <p>{t('setUp.isSetUp')}</p>
      )}
    </>,
  )
}
