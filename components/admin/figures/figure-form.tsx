import { useLocale } from 'next-intl'
import { figureStatuses, qualifiers, timeFrames } from '@/lib/comparison/figures'
import { modes } from '@/lib/comparison/waves'
import { adminPath } from '@/lib/i18n/admin-pages'
import { useTranslations } from '@/lib/i18n/translations'
import { figureInputs, type FigureInput } from '@/lib/import/form-file'
import { formOfRecord } from '@/lib/import/form-of-record'
import type { FigureRecord } from '@/lib/waves/figure-record'
import type { WaveSource } from '@/lib/waves/wave-document'
import { ActionForm } from '../action-form'
import type { FormField } from '../form-field'
import type { FormAction } from '../form-outcome'
import { useFormWords } from '../use-form-words'

interface Props {
  readonly waveId: string
  readonly sources: readonly WaveSource[]
  /** null: a figure that is not there yet. */
  readonly figure: FigureRecord | null
  /** What is known of one that is not there: a line that was refused was about it. */
  readonly given: Readonly<Partial<Record<FigureInput, string>>>
  readonly action: FormAction
  /** Takes the figure out of the draft. */
  readonly remove: FormAction
}

/** One figure, to be typed in or mended: kept in the draft of its wave until that is published. */
export function FigureForm({ waveId, sources, figure, given, action, remove }: Props) {
  const t = useTranslations('admin.figures.figure')
  const locale = useLocale()
  const formWords = useFormWords()
  const fields = useFigureFields(sources, figure === null ? given : formOfRecord(figure))
  const isKnown = figure !== null
  return (
    <>
      <h1>{t(isKnown ? 'title' : 'newTitle')}</h1>
      <p>{t('lead')}</p>
      <ActionForm id="figure" action={action} fields={fields(isKnown)} words={formWords(t('save'))} />
      {isKnown && (
        <details>
          <summary>{t('remove')}</summary>
          <p>{t('removeNote')}</p>
          <ActionForm id="remove" action={remove} fields={[]} words={formWords(t('removeSubmit'))} isQuiet />
        </details>
      )}
      <p>
        <a href={`${adminPath('wave', locale)}/${waveId}`}>{t('back')}</a>
      </p>
    </>
  )
}

type Group = 'figure' | 'survey' | 'words' | 'sums'

/** The part of the form that a control stands in. */
const groupOf = (name: FigureInput): Group => {
  if (
    ['base_n', 'interval_low', 'interval_high', 'field_start', 'field_end', 'mode', 'scale'].includes(name)
  ) {
    return 'survey'
  }
  if (/^(?:wording|statement|population)_/.test(name)) return 'words'
  return ['single_choice', 'net_of'].includes(name) ? 'sums' : 'figure'
}

const needed: readonly FigureInput[] = ['code', 'population', 'value', 'passage']
const long: readonly FigureInput[] = ['status_note_fr', 'status_note_en', 'wording_fr', 'wording_en']
const withHint = [
  'code',
  'population',
  'value',
  'qualifier',
  'base_n',
  'interval_low',
  'statement_fr',
  'single_choice',
  'net_of',
] as const

function useFigureFields(
  sources: readonly WaveSource[],
  initial: Readonly<Partial<Record<FigureInput, string>>>,
): (isKnown: boolean) => readonly FormField[] {
  const t = useTranslations('admin.figures.figure')
  const words = useTranslations('figureFields')
  const none = { id: '', label: words('nothing') }
  const choices: Partial<Record<FigureInput, FormField['options']>> = {
    qualifier: qualifiers.map((id) => ({ id, label: words(`qualifiers.${id}`) })),
    status: figureStatuses.map((id) => ({ id, label: words(`statuses.${id}`) })),
    time_frame: [none, ...timeFrames.map((id) => ({ id, label: words(`timeFrames.${id}`) }))],
    mode: [none, ...modes.map((id) => ({ id, label: words(`modes.${id}`) }))],
    source: sources.map(({ id, publisher, title }) => ({ id, label: `${publisher}, ${title}` })),
  }
  const typeOf = (name: FigureInput): FormField['type'] => {
    if (choices[name]) return 'select'
    if (name === 'field_start' || name === 'field_end') return 'date'
    return long.includes(name) ? 'lines' : 'text'
  }
  return (isKnown) =>
    figureInputs.map((name): FormField => {
      const hinted = withHint.find((each) => each === name)
      const options = choices[name]
      const language = /_(fr|en)$/.exec(name)?.[1]
      return {
        name,
        type: typeOf(name),
        label: t(`fields.${name}`),
        group: t(`groups.${groupOf(name)}`),
        initial: initial[name] ?? '',
        isOptional: !needed.includes(name),
        // What it is about is what it is: another one is another figure.
        isReadOnly: isKnown && (name === 'code' || name === 'population'),
        problems: 'said',
        rows: 2,
        ...(hinted && { hint: t(`hints.${hinted}`) }),
        ...(options && { options }),
        ...(language && { lang: language }),
      }
    })
}
