import type { Reading } from '@/lib/comparison/compare'
import { blocksBetween } from './icon-array-blocks'

/** Ids of the drawings that every icon array on a page shares. */
const patterns = { filled: 'icon-filled', hollow: 'icon-hollow' } as const

/** The two icons, drawn once for a page: filled for whom a statement is true, hollow for whom it is not. */
export function IconPatterns() {
  return (
    <svg className="icon-patterns" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        {(['plain', 'own'] as const).map((group) => (
          <g key={group}>
            <pattern
              id={`${patterns.filled}-${group}`}
              className={group}
              width="10"
              height="10"
              patternUnits="userSpaceOnUse"
            >
              <circle className="filled" cx="5" cy="5" r="3.6" />
            </pattern>
            <pattern
              id={`${patterns.hollow}-${group}`}
              className={group}
              width="10"
              height="10"
              patternUnits="userSpaceOnUse"
            >
              <circle className="hollow" cx="5" cy="5" r="3.1" />
            </pattern>
          </g>
        ))}
      </defs>
    </svg>
  )
}

interface Props {
  /** Share of the population for whom the statement is true, in percent, 0 to 100. */
  readonly sharePercent: number
  readonly reading: Reading
}

/**
 * A hundred people in rows of ten: the share for whom a statement is true filled, the others hollow, the person's own
 * group in the person's colour and one of it ringed. Says nothing that the words beside it do not say.
 */
export function IconArray({ sharePercent, reading }: Props) {
  const share = Math.round(sharePercent)
  const isOwn = (isTrue: boolean) => reading.kind === 'comparable' && reading.isTrue === isTrue
  const parts = [
    { icon: patterns.filled, group: isOwn(true) ? 'own' : 'plain', blocks: blocksBetween(0, share) },
    { icon: patterns.hollow, group: isOwn(false) ? 'own' : 'plain', blocks: blocksBetween(share, 100) },
  ]
  const you = isOwn(true) ? 0 : isOwn(false) ? Math.min(share, 99) : null
  return (
    <svg className="icon-array" viewBox="-1 -1 102 102" aria-hidden="true" focusable="false">
      {parts.flatMap(({ icon, group, blocks }) =>
        blocks.map(({ x, y, width, height }) => (
          <rect
            key={`${icon} ${y}`}
            x={x * 10}
            y={y * 10}
            width={width * 10}
            height={height * 10}
            fill={`url(#${icon}-${group})`}
          />
        )),
      )}
      {you !== null && (
        <circle className="you" cx={(you % 10) * 10 + 5} cy={Math.floor(you / 10) * 10 + 5} r="4.6" />
      )}
    </svg>
  )
}
