import { useWaveName } from '@/components/layout/use-wave-name'
import { SeparateTexts } from '@/components/ui/separate-texts'
import { useTranslations } from '@/lib/i18n/translations'
import { askedRanges, type AskedRuleName, type AskedRules } from '@/lib/anonymisation/asked-rules'
import { ActionForm } from '../action-form'
import type { FormField } from '../form-field'
import type { FormAction } from '../form-outcome'
import { FreshNotice } from '../fresh-notice'
import { useFormWords } from '../use-form-words'
import { ReleaseList } from './release-list'
import { ReleaseLink } from './release-link'
import type { ReleaseView } from './release-view'

interface Props {
  /** The last ones, the latest first. */
  readonly releases: readonly ReleaseView[]
  /** How many were downloaded at least once. */
  readonly deliveredCount: number
  /** The waves that can be asked for, the latest first. */
  readonly waveIds: readonly string[]
  /** What stands in the form before anything was typed. */
  readonly proposed: AskedRules & { readonly waveId: string }
  /** Whether the second factor was checked a short while ago. */
  readonly isFresh: boolean
  readonly action: FormAction
}

/** What anonymised releases are, a form that asks for one, and the last ones. */
export function Releases({ releases, deliveredCount, waveIds, proposed, isFresh, action }: Props) {
  const t = useTranslations('admin.releases')
  const admin = useTranslations('admin')
  const words = useFormWords()
  const waveName = useWaveName()
  const preparing = releases.filter(({ state }) => state === 'preparing')

  const waveField: FormField = {
    name: 'wave',
    type: waveIds.length > 1 ? 'select' : 'hidden',
    label: t('wave.label'),
    initial: proposed.waveId,
    options: waveIds.map((id) => ({ id, label: waveName(id) })),
    problems: { unknown: t('wave.unknown') },
  }
  const ruleField = (name: AskedRuleName): FormField => {
    const { least, most } = askedRanges[name]
    return {
      name,
      type: 'number',
      label: t(`${name}.label`),
      hint: `${t(`${name}.effect`)} ${t('range', { least, most })}`,
      initial: String(proposed[name]),
      least,
      most,
      problems: {
        notWhole: admin('settings.notWhole', { least, most }),
        outOfRange: admin('settings.outOfRange', { least, most }),
      },
    }
  }
  return (
    <>
      <h1>{admin('titles.releases')}</h1>
      <p>{t('lead')}</p>
      <p>{`${t('delivered', { count: deliveredCount })} ${t('constrains')}`}</p>
      {!isFresh && <FreshNotice back="releases" need="neededForReleases" />}
      <section id="ask" aria-labelledby="ask-title">
        <h2 id="ask-title">{t('askTitle')}</h2>
        {preparing.map(({ id, waveId }) => (
          <p key={id} className="notice">
            <SeparateTexts>
              {t.rich('preparing', {
                wave: waveName(waveId),
                link: (name) => <ReleaseLink id={id}>{name}</ReleaseLink>,
              })}
            </SeparateTexts>
          </p>
        ))}
        {waveIds.length === 1 && <p>{t('wave.only', { wave: waveName(proposed.waveId) })}</p>}
        <ActionForm
          // What an address proposes takes the place of what another one did.
          key={Object.values(proposed).join()}
          id="ask"
          action={action}
          fields={[waveField, ruleField('smallestClass'), ruleField('largestWithheldPercent')]}
          words={words(t('ask'))}
        />
      </section>
      <section aria-labelledby="list-title">
        <h2 id="list-title">{t('listTitle')}</h2>
        {releases.length === 0 ? (
          <p>{t('none')}</p>
        ) : (
          <ReleaseList releases={releases} hasWaves={waveIds.length > 1} />
        )}
      </section>
    </>
  )
}
