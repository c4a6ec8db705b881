import { element } from '@/lib/export/html'

/** How large a figure is shown in pages of other sites at most, in CSS pixels. Narrower ones keep the ratio. */
export const embedSize = { width: 480, height: 480 } as const

/**
 * The HTML with which a page of another site shows a figure. `address`: the whole one; `title`: what the figure says; `side`: of the
 * square, in CSS pixels.
 */
export function embedCode(address: string, title: string, side: number = embedSize.width): string {
  const style = `border:0;width:100%;max-width:${side}px;height:auto;aspect-ratio:1`
  const sides = { width: String(side), height: String(side) }
  return element('iframe', { src: address, title, ...sides, style, loading: 'lazy' })
}
