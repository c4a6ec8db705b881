import type { ReactNode } from 'react'
import type { ShownCount } from '@/lib/participation/dashboard-view'
import { useCountWords } from './use-count-words'

interface Props {
  /** How many people a full bar stands for. */
  readonly whole: number
  readonly rows: readonly {
    readonly id: string
    readonly label: ReactNode
    readonly count: ShownCount
  }[]
}

/** Numbers of people as bars out of a whole; where a word stands in place of a number, there is none. */
export function CountBars({ whole, rows }: Props) {
  const countWords = useCountWords()
  return (
    <ul className="count-bars">
      {rows.map(({ id, label, count }) => (
        <li key={id} data-count={count}>
          <span className="count-label">{label}</span>
          <svg className="count-bar" aria-hidden="true" focusable="false">
            <rect className="whole" width="100%" height="100%" />
            {typeof count === 'number' && (
              <rect className="part" width={`${Math.min((100 * count) / whole, 100)}%`} height="100%" />
            )}
          </svg>
          <span className="count-number">{countWords(count)}</span>
        </li>
      ))}
    </ul>
  )
}
