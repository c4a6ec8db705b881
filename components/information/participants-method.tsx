import { useFormatter, useTranslations } from '@/lib/i18n/translations'
import { leastThresholds } from '@/lib/participation/thresholds'
import { confidenceLevel, confidenceQuantile } from '@/lib/participation/wilson-interval'

const reference =
  'E. B. Wilson, Probable inference, the law of succession, and statistical inference, Journal of the American Statistical Association 22 (1927), 209–212'

/**
 * When participants are counted, what is shown of them, and how the interval is computed. The page is made once: it names the
 * least thresholds, and says that they can be higher.
 */
export function ParticipantsMethod() {
  const { participantsShownFrom: shownFrom, smallestCell: smallest } = leastThresholds
  const t = useTranslations('method.participants')
  const format = useFormatter()
  const confidence = format.number(confidenceLevel, { style: 'percent' })
  const quantile = format.number(confidenceQuantile, { maximumFractionDigits: 2 })
  return (
    <>
      <p>{t('who')}</p>
      <p>{t('when', { newResponses: smallest, shownFrom })}</p>
      <p>{t('small', { smallest })}</p>
      <p>{t('higher')}</p>
      <p>{t('rounding')}</p>
      <p>{t('interval', { confidence })}</p>
      <p>{t.rich('formula', { quantile, var: (words) => <var>{words}</var> })}</p>
      <WilsonFormula />
      <p className="hint">
        {t('reference')} <span lang="en">{reference}</span>.
      </p>
    </>
  )
}

/** Letters and signs only. */
function WilsonFormula() {
  const n = <var>n</var>
  const p = <var>p</var>
  const zSquared = (
    <>
      <var>z</var>²
    </>
  )
  return (
    <p className="formula">
      <span>
        ({p} + {zSquared}/(2{n}) ± <var>z</var> √({p}(1 − {p})/{n} + {zSquared}/(4{n}²))) / (1 + {zSquared}/
        {n})
      </span>
    </p>
  )
}
