import type { TrendPoint } from '@/lib/comparison/trend'

const width = 200
const height = 90
/** Room for the dots, and for what is written above them. */
const inset = 20

interface Props {
  readonly points: readonly TrendPoint[]
  /** A share as it is written. */
  readonly percent: (sharePercent: number) => string
}

/**
 * The shares of a figure, wave by wave, from 0 to 100: a line between two waves that asked the same, none where they did not. Says
 * nothing that the table beside it does not say.
 */
export function TrendChart({ points, percent }: Props) {
  const step = (width - 2 * inset) / Math.max(1, points.length - 1)
  const placed = points.map(({ figure, since }, index) => ({
    waveId: figure.waveId,
    share: percent(figure.sharePercent),
    isJoined: since?.kind === 'change',
    x: inset + index * step,
    y: inset + ((100 - figure.sharePercent) / 100) * (height - 2 * inset),
  }))
  return (
    <svg className="trend-chart" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      <path className="trend-axis" d={`M0 ${height - inset}H${width}M0 ${inset}H${width}`} />
      {placed.map(({ waveId, isJoined, x, y }, index) => {
        const before = placed[index - 1]
        return (
          isJoined &&
          before && <path key={waveId} className="trend-line" d={`M${before.x} ${before.y}L${x} ${y}`} />
        )
      })}
      {placed.map(({ waveId, share, x, y }) => (
        <g key={waveId}>
          <circle cx={x} cy={y} r="4" />
          <text x={x} y={y - 8} textAnchor="middle">
            {share}
          </text>
        </g>
      ))}
    </svg>
  )
}
