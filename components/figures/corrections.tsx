import { useLocale } from 'next-intl'
import { useWaveName } from '@/components/layout/use-wave-name'
import { figureFilePath } from '@/lib/i18n/data-addresses'
import { useTranslations } from '@/lib/i18n/translations'
import { useDayWords } from '@/lib/i18n/use-date-words'
import { wordsIn } from '@/lib/i18n/words-in'
import type { DocumentDifference } from '@/lib/waves/document-difference'
import type { WaveState } from '@/lib/waves/wave-state'
import type { ShownWave } from './other-waves'
import { useDifferenceWords } from './use-difference-words'

/** A state of a wave, and what it changed; null: it is the first one. */
export interface ShownState extends WaveState {
  readonly difference: DocumentDifference | null
}

interface Props {
  readonly waves: readonly (ShownWave & { readonly states: readonly ShownState[] })[]
}

/** What was changed in the figures since they were published here: when, why, and what they said before. */
export function Corrections({ waves }: Props) {
  const t = useTranslations('corrections')
  const waveName = useWaveName()
  return (
    <div className="results">
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      {waves.map(({ states, ...wave }) => (
        <section key={wave.id} aria-labelledby={`wave-${wave.id}`}>
          <h2 id={`wave-${wave.id}`}>{t('wave', { wave: waveName(wave) })}</h2>
          {states.length === 1 && <p>{t('none')}</p>}
          <ol className="wave-states">
            {states.map((state) => (
              <li key={state.number} id={`${wave.id}-${state.number}`} data-state={state.kind}>
                <StateOfWave state={state} heading="h3" />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

/** One state: what it is, when and why it was published, and what differs from the one before. */
export function StateOfWave({
  state: { waveId, number, madeOn, kind, byOwner, reason, difference },
  heading: Heading,
}: {
  readonly state: ShownState
  readonly heading: 'h3' | 'h4'
}) {
  const t = useTranslations('corrections')
  const dayWords = useDayWords()
  const locale = useLocale()
  return (
    <>
      <Heading>{t('state', { number, day: dayWords(madeOn), kind: t(`kinds.${kind}`) })}</Heading>
      <p>
        {reason === null
          ? t(byOwner || kind === 'first' ? 'noReason' : 'byProgram')
          : wordsIn(reason, locale)}
      </p>
      {difference !== null && <DifferenceList difference={difference} />}
      <p>
        <a href={figureFilePath(locale, { waveId, fragment: null }, 'csv', number)} download>
          {t('file')}
        </a>
      </p>
    </>
  )
}

/** So many changes of one state are shown at once; where there are more, a tap unfolds them. */
const mostUnfolded = 5

/** No more of them are on a page, which would be too long to send. */
export const mostShown = 500

/** What differs between two states, figure by figure. */
export function DifferenceList({
  difference,
  isFirst = false,
}: {
  readonly difference: DocumentDifference
  /** Whether there was nothing before. */
  readonly isFirst?: boolean
}) {
  const t = useTranslations('corrections')
  const wordsOf = useDifferenceWords()
  const list = (
    <ul className="differences">
      {difference.figures.slice(0, mostShown).map((change) => {
        const { code, population } = change.kind === 'removed' ? change.before : change.after
        const { name, told } = wordsOf(change)
        return (
          <li key={`${code} ${population}`} data-change={change.kind} data-figure={`${code}/${population}`}>
            <strong>{name}</strong>
            <ul>
              {told.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </li>
        )
      })}
    </ul>
  )
  const count = difference.figures.length
  return (
    <>
      {difference.isDescribedOtherwise && !isFirst && <p>{t('described')}</p>}
      {count > mostShown && <p>{t('first', { count: mostShown })}</p>}
      {count > mostUnfolded ? (
        <details>
          <summary>{t('changes', { count })}</summary>
          {list}
        </details>
      ) : (
        count > 0 && list
      )}
    </>
  )
}
