import { getMessages, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/admin/action-form'
import { AdminNotice } from '@/components/admin/admin-notice'
import { accountField } from '@/components/admin/form-field'
import { sharedWords } from '@/components/admin/shared-words'
import { readInvitation } from '@/lib/auth/accept-invitation'
import { localeFrom } from '@/lib/i18n/locales'
import { currentRequest } from '@/lib/auth/current-request'
import { leastPasswordLength } from '@/lib/auth/password-rules'
import { setResponseStatus } from '@/lib/http/response-status'
import { framed, readOrNull, stateOrNull, Unavailable } from '../../guarded'
import { invitationWords } from '../../invitation-words'
import { adminMetadata } from '../../titles'
import { acceptInvitationAction } from '../../way-in-actions'

export const generateMetadata = async () => adminMetadata('invitation')

/** What a one-time link leads to: choosing a password. */
export default async function InvitationPage({ params }: PageProps<'/[locale]/admin/invitation/[token]'>) {
  const { locale: given, token } = await params
  const locale = localeFrom(given)
  const request = await currentRequest()
  const found = await stateOrNull(request)
  if (found === null) return framed('invitation', locale, null, <Unavailable />)
  const opened = await readOrNull(async () => readInvitation(request, { token }))
  if (opened === null) return framed('invitation', locale, found, <Unavailable />, `/${token}`)
  const t = await getTranslations('admin')
  if (!opened.ok) {
    setResponseStatus(404)
    const notice = (
      <AdminNotice title={t('invitation.refusedTitle')}>{t(`invitation.${opened.reason}`)}</AdminNotice>
    )
    return framed('invitation', locale, found, notice, `/${token}`)
  }
  const words = sharedWords(await getMessages())
  const { lines, operator, needs } = await invitationWords(locale, opened)
  return framed(
    'invitation',
    locale,
    found,
    <>
      <h1>{t('titles.invitation')}</h1>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {operator !== null && <p>{operator}</p>}
      <h2>{t('invitation.needs')}</h2>
      <ul>
        {needs.map((need) => (
          <li key={need}>{need}</li>
        ))}
      </ul>
      <ActionForm
        id="invitation"
        action={acceptInvitationAction.bind(null, locale, token)}
        fields={[
          accountField(t('email'), opened.email),
          {
            name: 'password',
            type: 'password',
            label: t('password'),
            hint: t('invitation.passwordHint', { least: leastPasswordLength }),
            autoComplete: 'new-password',
          },
        ]}
        words={{ submit: t('invitation.submit'), ...words }}
      />
    </>,
    `/${token}`,
  )
}
