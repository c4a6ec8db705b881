import { useTranslations } from '@/lib/i18n/translations'
import type { Operator } from '@/lib/operator/operator'
import { MailLink, OperatorEntry, PhoneLink } from './operator-entry'

interface Props {
  /** null: it cannot be read, which is said. */
  readonly operator: Operator | null
  /** Whether what one may ask about one’s data goes to somebody else. */
  readonly hasDataContact?: boolean
}

/** Who operates this installation and how to write to them, or that this has not been said. */
export function OperatorContact({ operator, hasDataContact = false }: Props) {
  const t = useTranslations('operator')
  if (operator === null) return <p className="note">{t('unreadable')}</p>
  const { name, legalForm, postalAddress, phone, email, dataContact, dataContactEmail } = operator
  const isAnySaid = [name, postalAddress, phone, email].some((said) => said !== null)
  const hasOther = hasDataContact && (dataContact ?? dataContactEmail) !== null
  return (
    <>
      {name === null && <p className="note">{t('unnamed')}</p>}
      {name !== null && email === null && <p className="note">{t('withoutContact')}</p>}
      {(isAnySaid || hasOther) && (
        <dl>
          {name !== null && (
            <OperatorEntry term={t('name')}>{[name, legalForm ?? []].flat().join('\n')}</OperatorEntry>
          )}
          {postalAddress !== null && <OperatorEntry term={t('postalAddress')}>{postalAddress}</OperatorEntry>}
          {phone !== null && (
            <OperatorEntry term={t('phone')}>
              <PhoneLink number={phone} />
            </OperatorEntry>
          )}
          {email !== null && (
            <OperatorEntry term={t('email')}>
              <MailLink address={email} />
            </OperatorEntry>
          )}
          {hasOther && <DataContact {...operator} />}
        </dl>
      )}
    </>
  )
}

/** Whom to ask about one’s data, where that is not the operator’s own address. */
export function DataContact({
  dataContact,
  dataContactEmail,
}: Pick<Operator, 'dataContact' | 'dataContactEmail'>) {
  const t = useTranslations('operator')
  const isSaid = (dataContact ?? dataContactEmail) !== null
  return (
    <OperatorEntry term={t('dataContact')}>
      {isSaid ? (
        <>
          {dataContact !== null && <span>{dataContact}</span>}
          {dataContact !== null && dataContactEmail !== null && '\n'}
          {dataContactEmail !== null && <MailLink address={dataContactEmail} />}
        </>
      ) : null}
    </OperatorEntry>
  )
}
