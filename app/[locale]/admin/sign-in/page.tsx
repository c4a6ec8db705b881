import { getMessages, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/admin/action-form'
import { ForgetPages } from '@/components/layout/forget-pages'
import { Telling } from '@/components/layout/forgetting'
import { SeparateTexts } from '@/components/ui/separate-texts'
import { sharedWords } from '@/components/admin/shared-words'
import { onTheWay } from '../guarded'
import { adminMetadata } from '../titles'
import { signInAction } from '../way-in-actions'

export const generateMetadata = async () => adminMetadata('signIn')

export default async function SignInPage({ params }: PageProps<'/[locale]/admin/sign-in'>) {
  const { locale } = await params
  return onTheWay('signIn', locale, 'signedOut', async () => {
    const t = await getTranslations('admin')
    const words = sharedWords(await getMessages())
    return (
      <>
        <Telling message="signedOut" />
        <ForgetPages />
        <h1>{t('titles.signIn')}</h1>
        <p>{t('signIn.lead')}</p>
        <ActionForm
          id="sign-in"
          action={signInAction.bind(null, locale)}
          fields={[
            {
              name: 'email',
              type: 'email',
              label: t('email'),
              hint: t('emailHint'),
              autoComplete: 'username',
            },
            { name: 'password', type: 'password', label: t('password'), autoComplete: 'current-password' },
          ]}
          words={{ submit: t('signIn.submit'), ...words }}
        />
        <p className="hint">
          <SeparateTexts>
            {t.rich('signIn.lost', {
              command: 'npm run admin:create',
              code: (command) => <code>{command}</code>,
            })}
          </SeparateTexts>
        </p>
      </>
    )
  })
}
