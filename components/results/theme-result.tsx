import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ThemeGroup } from '@/lib/comparison/arrange'
import type { Figure } from '@/lib/comparison/figures'
import type { Answers } from '@/lib/instrument/answers'
import type { PublishedShares } from '@/lib/participation/published-shares'
import { themeFragment } from './fragments'
import { ItemResult } from './item-result'
import { UnpublishedItems } from './unpublished-items'
import { useFigureWords } from './use-figure-words'

interface Props {
  readonly theme: ThemeGroup
  readonly answers: Answers
  readonly reference: string
  readonly participants: PublishedShares | null
  /** What the theme has beside its questions. */
  readonly children?: ReactNode
}

/** One theme: what the survey says of it as a whole, then question by question. */
export function ThemeResult({ theme, answers, reference, participants, children }: Props) {
  const t = useTranslations('themes')
  const id = themeFragment(theme)
  const published = theme.groups.filter(({ readings }) => readings.length > 0)
  return (
    <section className="theme-result" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t(theme.theme)}</h2>
      {theme.restatements.map((figure) => (
        <Restatement key={figure.indicator} figure={figure} />
      ))}
      {children}
      {published.map((group) => (
        <ItemResult
          key={group.item ?? 'general'}
          group={group}
          answers={answers}
          reference={reference}
          participants={participants}
        />
      ))}
      <UnpublishedItems
        groups={theme.groups.filter(({ readings }) => readings.length === 0)}
        answers={answers}
      />
    </section>
  )
}

function Restatement({ figure }: { readonly figure: Figure }) {
  const t = useTranslations('results')
  return <p className="lead">{t('restatement', useFigureWords()(figure, null))}</p>
}
