import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { SeparateTexts } from '@/components/ui/separate-texts'
import { useTranslations } from '@/lib/i18n/translations'
import { pathTo, type RouteId } from '@/lib/i18n/routes'
import type { Operator } from '@/lib/operator/operator'
import { Article } from './article'
import { DataContact } from './operator-contact'
import { MailLink, OperatorEntry, PhoneLink } from './operator-entry'

type SectionId = 'publisher' | 'host' | 'data' | 'works'

interface Props {
  /** null: it cannot be read, which is said. */
  readonly operator: Operator | null
}

/** Who publishes the site and who hosts it, as French law asks, with what is missing named as such. */
export function LegalNotice({ operator }: Props) {
  const t = useTranslations('legalNotice')
  const section = (id: SectionId, content: ReactNode) => ({ id, title: t(`${id}.title`), content })
  const said = (entries: (operator: Operator) => ReactNode) =>
    operator === null ? <Unreadable /> : entries(operator)
  return (
    <Article
      title={t('title')}
      lead={t('lead')}
      sections={[
        section(
          'publisher',
          said((one) => <Publisher operator={one} />),
        ),
        section(
          'host',
          said((one) => <Host operator={one} />),
        ),
        section(
          'data',
          <>
            <Linked message="data.text" route="privacy" />
            {said((one) => (
              <dl>
                <DataContact {...dataContactOf(one)} />
              </dl>
            ))}
          </>,
        ),
        section(
          'works',
          <>
            <Linked message="works.figures" route="method" />
            <p>{t('works.software')}</p>
          </>,
        ),
      ]}
    />
  )
}

/** Without a contact of their own, questions about data go to the operator. */
const dataContactOf = ({ dataContact, dataContactEmail, name, email }: Operator) =>
  dataContact === null && dataContactEmail === null
    ? { dataContact: name, dataContactEmail: email }
    : { dataContact, dataContactEmail: dataContactEmail ?? email }

function Unreadable() {
  return <p className="note">{useTranslations('operator')('unreadable')}</p>
}

function Linked({
  message,
  route,
}: {
  readonly message: 'data.text' | 'works.figures'
  readonly route: RouteId
}) {
  const t = useTranslations('legalNotice')
  const locale = useLocale()
  return (
    <p>
      <SeparateTexts>
        {t.rich(message, { link: (words) => <a href={pathTo(route, locale)}>{words}</a> })}
      </SeparateTexts>
    </p>
  )
}

function Publisher({ operator }: { readonly operator: Operator }) {
  const t = useTranslations('operator')
  const { name, legalForm, postalAddress, phone, email, director } = operator
  return (
    <dl>
      <OperatorEntry term={t('name')}>{name}</OperatorEntry>
      <OperatorEntry term={t('legalForm')}>{legalForm}</OperatorEntry>
      <OperatorEntry term={t('postalAddress')}>{postalAddress}</OperatorEntry>
      <OperatorEntry term={t('phone')}>{phone && <PhoneLink number={phone} />}</OperatorEntry>
      <OperatorEntry term={t('email')}>{email && <MailLink address={email} />}</OperatorEntry>
      <OperatorEntry term={t('director')}>{director}</OperatorEntry>
    </dl>
  )
}

function Host({ operator: { hostName, hostAddress, hostPhone } }: { readonly operator: Operator }) {
  const t = useTranslations('operator')
  return (
    <dl>
      <OperatorEntry term={t('hostName')}>{hostName}</OperatorEntry>
      <OperatorEntry term={t('postalAddress')}>{hostAddress}</OperatorEntry>
      <OperatorEntry term={t('phone')}>{hostPhone && <PhoneLink number={hostPhone} />}</OperatorEntry>
    </dl>
  )
}
