import { useTranslations } from 'next-intl'
import type { ArrangedReading } from '@/lib/comparison/arrange'
import { indicatorOf } from '@/lib/comparison/indicators'
import { publishedShareOf, type PublishedShares } from '@/lib/participation/published-shares'
import { IconArray } from './icon-array'
import { ParticipantsLine } from './participants-line'
import { ReadingRelation } from './reading-relation'
import { readingFragment } from './fragments'
import { useFigureWords } from './use-figure-words'

interface Props extends ArrangedReading {
  /** "Wave December 2025, DSIH". */
  readonly reference: string
  /** The statement was made just before, about another group: it is told again to those who listen only. */
  readonly isFollowing: boolean
  /** What may be shown of this site's participants. */
  readonly participants: PublishedShares | null
}

const ageGroups: readonly string[] = ['under_35', '35_and_over']

/** One published figure: in a sentence and as a hundred people, with the person's place and where it comes from. */
export function ReadingLine({ figure, reading, reference, isFollowing, participants }: Props) {
  const t = useTranslations('results')
  const { statement, ...words } = useFigureWords()(figure, reading.tool)
  const share = participants && publishedShareOf(participants, figure, reading.tool)
  const isOwnAgeGroup = ageGroups.includes(figure.population) && reading.kind === 'comparable'
  return (
    <li
      id={readingFragment(figure, reading)}
      className={`reading reading-${reading.kind}`}
      data-figure={`${figure.indicator}/${figure.population}`}
      data-kind={reading.kind}
      data-same={reading.kind === 'comparable' ? reading.sameAnswerPercent : undefined}
    >
      <div className="reading-words">
        <p className="figure">
          {isOwnAgeGroup && <span className="tag">{t('ownAgeGroup')} </span>}
          {t.rich('figure', { ...words, strong: (told) => <strong>{told}</strong> })}{' '}
          <span className={isFollowing ? 'visually-hidden' : undefined}>{t('statement', { statement })}</span>
        </p>
        <ReadingRelation reading={reading} />
      </div>
      <div className="people" aria-hidden="true">
        <IconArray sharePercent={figure.sharePercent} reading={reading} />
        <span>{t('inHundred', { qualifier: figure.qualifier, count: figure.sharePercent })}</span>
      </div>
      <p className="reference">
        {figure.qualifier === 'about' && <>{t('qualifierAbout')} </>}
        {figure.qualifier === 'more_than' && <>{t('qualifierMoreThan')} </>}
        {figure.status === 'disputed' && <>{t('disputed')} </>}
        {indicatorOf(figure.indicator).comparedAmong && <>{t('baseUnclear')} </>}
        <a href="#sources">{reference}</a>
      </p>
      {share && <ParticipantsLine share={share} />}
    </li>
  )
}
