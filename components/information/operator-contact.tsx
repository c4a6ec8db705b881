import type { ReactNode } from 'react'
import { useTranslations } from '@/lib/i18n/translations'
import type { Operator } from './operator.data'

interface Props {
  readonly operator: Operator
}

/** Who operates this installation and how to write to them, or that this has not been said. */
export function OperatorContact({ operator }: Props) {
  const t = useTranslations('privacy.operator')
  const { name, postalAddress, email, host } = operator
  const hasContact = postalAddress !== null || email !== null
  return (
    <>
      {name === null && <p className="note">{t('unnamed')}</p>}
      {name !== null && !hasContact && <p className="note">{t('withoutContact')}</p>}
      {(name ?? postalAddress ?? email ?? host) !== null && (
        <dl>
          {name !== null && <Entry term={t('name')}>{name}</Entry>}
          {postalAddress !== null && <Entry term={t('postalAddress')}>{postalAddress.join('\n')}</Entry>}
          {email !== null && (
            <Entry term={t('email')}>
              <a href={`mailto:${email}`}>{email}</a>
            </Entry>
          )}
          {host !== null && <Entry term={t('host')}>{host}</Entry>}
        </dl>
      )}
    </>
  )
}

function Entry({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd className="lines">{children}</dd>
    </div>
  )
}
