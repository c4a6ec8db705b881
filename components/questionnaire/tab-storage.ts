import type { Answers } from '@/lib/instrument/answers'
import { instrumentVersion, items } from '@/lib/instrument/catalogue'
import { draftFrom, type Draft } from '@/lib/instrument/draft'
import { isPlaceId, type PlaceId } from './navigation'

const key = 'miroir.questionnaire'

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
    const stored: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null')
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

/** Remembers in the tab only. A full or blocked storage is no reason to stop a person who is answering. */
export function writeTab(changed: Partial<TabState>): void {
  try {
    const state = { ...readTab(), ...changed }
    sessionStorage.setItem(key, JSON.stringify({ version: instrumentVersion, ...state }))
  } catch {
    // The answers are still in the form; only a refresh would lose them.
  }
}

/** Whether the tab remembers nothing at all, as after it was erased. */
export function isTabEmpty(): boolean {
  try {
    return sessionStorage.getItem(key) === null
  } catch {
    return false
  }
}

/** Erases what the tab remembers, as a script that a page without further code can carry. */
export const eraseTabScript = `try{sessionStorage.removeItem(${JSON.stringify(key)})}catch{}`
