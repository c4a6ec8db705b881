import { useLocale } from 'next-intl'
import { useWaveName } from '@/components/layout/use-wave-name'
import { modes } from '@/lib/comparison/waves'
import { adminPath } from '@/lib/i18n/admin-pages'
import { useTranslations } from '@/lib/i18n/translations'
import {
  mostCharacters,
  mostSources,
  sourceInput,
  sourceParts,
  type WaveInput,
  type WaveProblem,
} from '@/lib/import/parse-wave-form'
import type { WaveDescription, WaveSource } from '@/lib/waves/wave-document'
import { ActionForm } from '../action-form'
import type { FormField } from '../form-field'
import type { FormAction } from '../form-outcome'
import { useFormWords } from '../use-form-words'

interface Props {
  /** null: a new one. */
  readonly wave: WaveDescription | null
  readonly sources: readonly WaveSource[]
  readonly action: FormAction
}

const dayInputs: readonly WaveInput[] = ['publishedOn', 'fieldStart', 'fieldEnd', 'lastDay']

/** What is said of a wave and where its figures were read: kept in the draft until that is published. */
export function WaveForm({ wave, sources, action }: Props) {
  const t = useTranslations('admin.figures.about')
  const waveName = useWaveName()
  const locale = useLocale()
  const formWords = useFormWords()
  const fields = useWaveFields(wave, sources)
  return (
    <>
      <h1>{wave === null ? t('newTitle') : t('title', { wave: waveName(wave) })}</h1>
      <p>{t('lead')}</p>
      <ActionForm id="about" action={action} fields={fields} words={formWords(t('save'))} />
      <p>
        <a href={wave === null ? adminPath('figures', locale) : `${adminPath('wave', locale)}/${wave.id}`}>
          {t('back')}
        </a>
      </p>
    </>
  )
}

/** What stands in the controls before anything was typed. */
function initialOf(wave: WaveDescription | null): Readonly<Partial<Record<WaveInput, string>>> {
  if (wave === null) return {}
  const { name, description, sampleSize, ...rest } = wave
  return {
    ...Object.fromEntries(Object.entries(rest).map(([key, text]) => [key, text ?? ''])),
    name_fr: name?.fr ?? '',
    name_en: name?.en ?? '',
    description_fr: description?.fr ?? '',
    description_en: description?.en ?? '',
    sampleSize: sampleSize === null ? '' : String(sampleSize),
  }
}

function useWaveFields(wave: WaveDescription | null, sources: readonly WaveSource[]): readonly FormField[] {
  const t = useTranslations('admin.figures.about')
  const modeWords = useTranslations('figureFields')
  const problems = {
    empty: t('problems.empty'),
    tooLong: t('problems.tooLong', { most: mostCharacters.line }),
    notMonth: t('problems.notMonth'),
    notDay: t('problems.notDay'),
    notCount: t('problems.notCount'),
    notAddress: t('problems.notAddress'),
    order: t('problems.order'),
    otherLanguage: t('problems.otherLanguage'),
    noSource: t('problems.noSource'),
    cited: t('problems.cited'),
    taken: t('problems.taken'),
  } satisfies Record<WaveProblem | 'taken', string>
  const initial = initialOf(wave)
  const field = (name: WaveInput, more: Partial<FormField> = {}): FormField => ({
    name,
    type: dayInputs.includes(name) ? 'date' : 'text',
    label: t(`fields.${name}`),
    initial: initial[name] ?? '',
    group: t('groups.wave'),
    isOptional: true,
    problems,
    ...more,
  })
  const needed = { isOptional: false } as const
  const description = {
    type: 'lines',
    rows: 8,
    problems: { ...problems, tooLong: t('problems.tooLong', { most: mostCharacters.text }) },
  } as const
  const own: readonly FormField[] = [
    ...(wave === null
      ? [
          {
            name: 'id',
            type: 'text',
            label: t('fields.id'),
            hint: t('hints.id'),
            group: t('groups.wave'),
            problems,
          } as const,
        ]
      : []),
    field('commissionedBy', needed),
    field('conductedBy', needed),
    field('publishedOn', needed),
    field('sampleSize', { hint: t('hints.sampleSize') }),
    field('fieldStart'),
    field('fieldEnd'),
    field('mode', {
      type: 'select',
      options: [
        { id: '', label: t('notPublished') },
        ...modes.map((mode) => ({ id: mode, label: modeWords(`modes.${mode}`) })),
      ],
    }),
    field('lastDay', { hint: t('hints.lastDay') }),
    field('name_fr', { hint: t('hints.name'), lang: 'fr' }),
    field('name_en', { lang: 'en' }),
    field('description_fr', { ...description, hint: t('hints.description'), lang: 'fr' }),
    field('description_en', { ...description, lang: 'en' }),
  ]
  const shown = [...sources, null].slice(0, mostSources)
  const ofSources = shown.flatMap((source, place): readonly FormField[] => [
    ...(source === null
      ? []
      : [{ name: sourceInput(place, 'id'), type: 'hidden', label: '', initial: source.id } as const]),
    ...sourceParts.map((part): FormField => ({
      name: sourceInput(place, part),
      type: part === 'publishedOn' ? 'date' : 'text',
      label: t(`source.${part}`),
      initial: source?.[part] ?? '',
      group: source === null && place > 0 ? t('groups.newSource') : t('groups.source', { number: place + 1 }),
      // One is needed; any other is taken out by emptying its controls.
      isOptional: place > 0,
      problems,
      ...(part === 'publisher' && source !== null && place > 0 && { hint: t('hints.removeSource') }),
    })),
  ])
  return [...own, ...ofSources]
}
