import { useTranslations } from '@/lib/i18n/translations'
import type { LevelId } from '@/lib/anonymisation/hierarchies'
import { quasiIdentifiers } from '@/lib/anonymisation/quasi-identifiers'
import type { RiskReport } from '@/lib/anonymisation/risk-report'

/** What the codebook in the file says of each level. */
const words = {
  band: 'options',
  option: 'options',
  usedNow: 'grouped',
  all: 'withheld',
  withheld: 'withheld',
} as const satisfies Readonly<Record<LevelId, string>>

/** How coarsely each answer is told that an acquaintance could know. */
export function ReleaseLevels({ levels }: Pick<RiskReport, 'levels'>) {
  const t = useTranslations()
  return (
    <dl className="release-levels">
      {quasiIdentifiers.map(({ id }) => (
        <div key={id}>
          <dt>{t(`items.${id}.label`)}</dt>
          <dd>{t(`export.codebook.${words[levels[id]]}`)}</dd>
        </div>
      ))}
    </dl>
  )
}
