import { apiBase, operationNames } from '@/lib/api/operations'
import { catalogPath } from '@/lib/discovery/dcat'
import { useTranslations } from '@/lib/i18n/translations'
import { OperationSection } from './operation-section'
import { ProblemTable } from './problem-table'
import { SchemaTables } from './schema-tables'
import type { ShownDocument } from './shown-document'

interface Props {
  readonly document: ShownDocument
  /** Requests a minute from one address. */
  readonly limits: { readonly read: number; readonly compare: number }
}

/** The interface for programs, to be read by people: the very document that programs get, in the language of the page. */
export function ApiPage({ document, limits }: Props) {
  const t = useTranslations('apiPage')
  return (
    <div className="article api-page">
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <ul className="plain-links">
        <li>
          <a href={`${apiBase}/openapi.json`}>{t('toDocument')}</a>
        </li>
        <li>
          <a href={catalogPath}>{t('toCatalog')}</a>
        </li>
      </ul>
      <section aria-labelledby="rules">
        <h2 id="rules">{t('rulesTitle')}</h2>
        <ul>
          <li>{t('rules.reading')}</li>
          <li>{t('rules.nothingKept')}</li>
          <li>{t('rules.copies')}</li>
          <li>{t('rules.limits', limits)}</li>
          <li>{t('rules.version')}</li>
        </ul>
      </section>
      <section aria-labelledby="operations">
        <h2 id="operations">{t('operationsTitle')}</h2>
        {operationNames.map((name) => (
          <OperationSection key={name} name={name} document={document} />
        ))}
      </section>
      <section aria-labelledby="problems">
        <h2 id="problems">{t('problemsTitle')}</h2>
        <p>{t('problemsLead')}</p>
        <ProblemTable />
      </section>
      <section aria-labelledby="schemas">
        <h2 id="schemas">{t('schemasTitle')}</h2>
        <SchemaTables schemas={document.components?.schemas ?? {}} />
      </section>
    </div>
  )
}
