import { markup, type Markup } from '@/components/ui/markup'

const hatch = 'participants-hatch'

/** How participants are drawn, once for a page: hatched and outlined, where a national figure is filled. */
export function ParticipantsPattern() {
  return (
    <svg className="dot-patterns" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        <pattern
          id={hatch}
          className="participants-hatch"
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="2" height="5" />
        </pattern>
      </defs>
    </svg>
  )
}

/**
 * A share of participants as a bar from 0 to 100, with a mark where the edition before had it: says nothing that the words
 * beside it do not say. In percent; null: there was none. Needs `ParticipantsPattern` on the page.
 */
export function participantsBar(sharePercent: number, beforePercent: number | null = null): Markup {
  const width = sharePercent.toFixed(1)
  const before = beforePercent?.toFixed(1)
  const mark = before === undefined ? null : markup`<line x1="${before}%" x2="${before}%" y1="0" y2="100%"/>`
  return markup`<svg class="participants-bar" aria-hidden="true"><rect width="${width}%" height="100%" fill="url(#${hatch})"/>${mark}</svg>`
}
