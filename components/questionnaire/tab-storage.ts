import { keepTabText, tabText } from '@/components/layout/tab-memory'
import type { Answers } from '@/lib/instrument/answers'
import { items } from '@/lib/instrument/catalogue'
import { instrumentVersion } from '@/lib/instrument/versions'
import { draftFrom, type Draft } from '@/lib/instrument/draft'
import { isPlaceId, type PlaceId } from './navigation'

/** What the tab remembers until it is closed or the person erases it. */
export interface TabState {
  readonly draft: Draft
  readonly visited: readonly PlaceId[]
  /** The answers that were compared last from this tab, as `answersText` writes them; null before that. */
  readonly compared: string | null
}

const nothing: TabState = { draft: {}, visited: [], compared: null }

/** Answers as one text, the same for the same answers. */
export function answersText(answers: Answers): string {
  return JSON.stringify(items.map(({ id }) => answers[id] ?? null))
}

/** What the tab remembers; nothing where storage is empty, blocked, or of another version of the instrument. */
export function readTab(): TabState {
  try {
    const stored: unknown = JSON.parse(tabText() ?? 'null')
    if (typeof stored !== 'object' || stored === null) return nothing
    const { version, draft, visited, compared } = stored as Record<string, unknown>
    if (version !== instrumentVersion) return nothing
    return {
      draft: draftFrom(draft),
      visited: Array.isArray(visited) ? visited.filter(isPlaceId) : [],
      compared: typeof compared === 'string' ? compared : null,
    }
  } catch {
    return nothing
  }
}

/** Changes what the tab remembers, and nothing else of it. */
export function writeTab(changed: Partial<TabState>): void {
  keepTabText(JSON.stringify({ version: instrumentVersion, ...readTab(), ...changed }))
}
