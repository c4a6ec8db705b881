import { problems } from '@/lib/api/problems'
import { useTranslations } from '@/lib/i18n/translations'

/** Every refusal with its status, each at the fragment that its type leads to. */
export function ProblemTable() {
  const t = useTranslations('apiPage')
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('status')}</th>
          <th scope="col">{t('name')}</th>
          <th scope="col">{t('meaning')}</th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(problems).map(([name, { status, title }]) => (
          <tr key={name} id={`problem-${name}`}>
            <td>{status}</td>
            <th scope="row" translate="no">
              <code>{name}</code>
            </th>
            <td lang="en">{title}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
