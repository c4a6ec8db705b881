import { blocksBetween } from './dot-blocks'

const perRow = 20

/** The drawings that all hundreds on a page share. */
const patterns = { filled: 'dot-filled', own: 'dot-own', hollow: 'dot-hollow' } as const

/** The dots, drawn once for a page: filled for whom a figure speaks, in the reader's colour where that is the reader too. */
export function DotPatterns() {
  return (
    <svg className="dot-patterns" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        {Object.entries(patterns).map(([name, id]) => (
          <pattern key={id} id={id} className={name} width="10" height="10" patternUnits="userSpaceOnUse">
            <circle cx="5" cy="5" r={name === 'hollow' ? 3.3 : 3.8} />
          </pattern>
        ))}
      </defs>
    </svg>
  )
}

interface Props {
  /** In percent, 0 to 100. */
  readonly sharePercent: number
  /** Whether the reader is one of the share. */
  readonly isOwn: boolean
}

/** A hundred people, five rows of twenty: says nothing that the words beside it do not say. */
export function HundredDots({ sharePercent, isOwn }: Props) {
  const share = Math.round(sharePercent)
  const parts = [
    { id: isOwn ? patterns.own : patterns.filled, blocks: blocksBetween(0, share, perRow) },
    { id: patterns.hollow, blocks: blocksBetween(share, 100, perRow) },
  ]
  return (
    <svg className="hundred-dots" viewBox="0 0 200 50" aria-hidden="true" focusable="false">
      {parts.flatMap(({ id, blocks }) =>
        blocks.map(({ x, y, width, height }) => (
          <rect
            key={`${id} ${y}`}
            x={x * 10}
            y={y * 10}
            width={width * 10}
            height={height * 10}
            fill={`url(#${id})`}
          />
        )),
      )}
    </svg>
  )
}
