import { z } from 'zod'
import type { AuditHead } from './chain'

/** A head as it is noted outside the database: number of entries, colon, hash of the last one. */
export function notedHeadText({ entryCount, lastHash }: AuditHead): string {
  return `${entryCount}:${lastHash}`
}

const noted = z.string().regex(/^[1-9]\d{0,9}:[0-9a-f]{64}$/)

/** A noted head from its text; null where it is none. */
export function parseNotedHead(text: string): AuditHead | null {
  const parsed = noted.safeParse(text.trim())
  if (!parsed.success) return null
  const [entryCount = '', lastHash = ''] = parsed.data.split(':')
  return { entryCount: Number(entryCount), lastHash }
}
