import { useLocale } from 'next-intl'
import { useWaveName } from '@/components/layout/use-wave-name'
import { useTranslations } from '@/lib/i18n/translations'
import { adminPath } from '@/lib/i18n/admin-pages'
import type { DashboardView } from '@/lib/participation/dashboard-view'
import { useWeekWords } from './use-week-words'

interface Props {
  readonly waveIds: readonly string[]
  readonly waveId: string
  /** null: there are no weeks to choose from. */
  readonly view: DashboardView | null
  /** The smallest number of people that is shown. */
  readonly smallestCell: number
}

/** A form whose fields are the page's address. Left out where there is nothing to choose from. */
export function DashboardFilter({ waveIds, waveId, view, smallestCell }: Props) {
  const t = useTranslations('admin.dashboard')
  const path = adminPath('dashboard', useLocale())
  const waveName = useWaveName()
  const weekWords = useWeekWords()
  const hasWaves = waveIds.length > 1
  const weeks = view !== null && view.blocks.length > 1 ? view : null
  if (!hasWaves && weeks === null) return null
  const allWeeks = hasWaves ? `${path}?${new URLSearchParams({ wave: waveId }).toString()}` : path
  return (
    <section className="dashboard-filter" aria-labelledby="filter-title">
      <h2 id="filter-title">{t('filter.title')}</h2>
      <form method="get" action={path}>
        {hasWaves && (
          <Choice
            name="wave"
            label={t('facts.wave')}
            chosen={waveId}
            options={waveIds.map((id) => ({ id, label: waveName(id) }))}
          />
        )}
        {weeks !== null && (
          <>
            <Choice
              name="from"
              label={t('filter.from')}
              chosen={weeks.chosen.firstWeek}
              options={weeks.blocks.map((block) => ({ id: block.firstWeek, label: weekWords(block) }))}
            />
            <Choice
              name="to"
              label={t('filter.to')}
              chosen={weeks.chosen.lastWeek}
              options={weeks.blocks.map((block) => ({ id: block.lastWeek, label: weekWords(block) }))}
            />
          </>
        )}
        <p className="actions">
          <button type="submit" className="button">
            {t('filter.submit')}
          </button>
          {view?.isWhole === false && <a href={allWeeks}>{t('filter.reset')}</a>}
        </p>
      </form>
      {weeks !== null && <p className="hint">{t('filter.why', { smallest: smallestCell })}</p>}
    </section>
  )
}

interface ChoiceProps {
  readonly name: string
  readonly label: string
  readonly chosen: string
  readonly options: readonly { readonly id: string; readonly label: string }[]
}

function Choice({ name, label, chosen, options }: ChoiceProps) {
  return (
    <p className="text-field">
      <label htmlFor={`filter-${name}`}>{label}</label>
      {/* Without a key, the browser would keep what was chosen before where only the address has changed. */}
      <select key={chosen} id={`filter-${name}`} name={name} defaultValue={chosen}>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </select>
    </p>
  )
}
