import { useTranslations } from '@/lib/i18n/translations'
import type { RiskReport } from '@/lib/anonymisation/risk-report'
import { sourceNames, type SourceId } from './release-sources.data'
import { useMeasure, type MeasureName } from './use-measure'

/** Formulas, in the letters of the literature; J, n and f are explained where they are counted. */
const formulas: Readonly<Partial<Record<MeasureName, string>>> = {
  exported: 'n',
  classes: 'J',
  smallestClass: 'min f',
  highestRisk: '1 / min f',
  averageRisk: 'J / n',
  differentAnswers: 'ℓ',
  loss: '1 − Prec',
}

const sources: Readonly<Partial<Record<MeasureName, SourceId>>> = {
  highestRisk: 'elEmam',
  averageRisk: 'elEmam',
  differentAnswers: 'machanavajjhala',
  loss: 'sweeney',
}

interface Props {
  readonly report: RiskReport
  readonly names: readonly MeasureName[]
}

/** Measures of a release: what each is called and means, its formula and where that is from. */
export function ReleaseMeasures({ report, names }: Props) {
  const t = useTranslations('admin.release.measures')
  const measure = useMeasure(report)
  return (
    <dl className="release-measures">
      {names.map((name) => {
        const formula = formulas[name]
        const source = sources[name]
        return (
          <div key={name} data-measure={name}>
            <dt>{t(`${name}.label`)}</dt>
            <dd className="release-measure">{measure(name)}</dd>
            <dd className="hint">
              <span>{t(`${name}.meaning`)}</span>
              {formula !== undefined && (
                <span className="release-formula">
                  {source === undefined
                    ? t('symbol', { formula })
                    : t('formula', { formula, source: sourceNames[source] })}
                </span>
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
