import type { Role } from '@/lib/auth/roles'
import { useTranslations } from '@/lib/i18n/translations'
import { useMomentWords } from '@/lib/i18n/use-date-words'
import { ActionForm } from './action-form'
import type { FormAction } from './form-outcome'
import { useFormWords } from './use-form-words'

export interface OpenLink {
  readonly id: string
  readonly email: string
  readonly role: Role
  readonly purpose: 'account' | 'recovery'
  readonly expiresAt: Date
}

interface Props {
  readonly links: readonly OpenLink[]
  readonly withdraw: (id: string) => FormAction
}

/** Links that were made and not used yet. */
export function OpenLinks({ links, withdraw }: Props) {
  const t = useTranslations('admin')
  const moment = useMomentWords()
  const words = useFormWords()
  return (
    <section aria-labelledby="open-title">
      <h2 id="open-title">{t('accounts.openTitle')}</h2>
      <ul className="cards">
        {links.map(({ id, email, role, purpose, expiresAt }) => (
          <li key={id} className="card">
            <h3>{email}</h3>
            <p>
              {[
                t(`roles.${role}`),
                t(`accounts.purposes.${purpose}`),
                t('accounts.expires', { moment: moment(expiresAt) }),
              ].join(' · ')}
            </p>
            <ActionForm
              id={`withdraw-${id}`}
              action={withdraw(id)}
              fields={[]}
              words={words(t('accounts.withdraw'))}
              isQuiet
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
