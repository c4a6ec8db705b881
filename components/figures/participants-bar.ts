import { markup, type Markup } from '@/components/ui/markup'

/**
 * A share of participants as a bar from 0 to 100, hatched and outlined where a national figure is filled, with a mark where the
 * edition before had it: says nothing that the words beside it do not say. In percent; null: there was none.
 */
export function participantsBar(sharePercent: number, beforePercent: number | null = null): Markup {
  const before = beforePercent?.toFixed(1)
  const mark =
    before === undefined
      ? null
      : markup`<svg class="participants-before" aria-hidden="true"><line x1="${before}%" x2="${before}%" y1="0" y2="100%"/></svg>`
  // One element without a child: a page has hundreds of them.
  return markup`<svg class="participants-bar" width="${Math.round(sharePercent)}%" aria-hidden="true"></svg>${mark}`
}
