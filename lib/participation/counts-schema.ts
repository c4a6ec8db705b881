import { z } from 'zod'
import { isIndicatorCode } from '@/lib/comparison/indicators'
import { populationCodes } from '@/lib/comparison/populations'
import { optionsOf } from '@/lib/instrument/answers'
import { items, type CatalogueItem, type ItemId } from '@/lib/instrument/catalogue'
import { tools } from '@/lib/instrument/tools'
import { countsVersion, type Counts } from './counts'

const people = z.int().nonnegative()
const byAgeGroup = z.strictObject({ under35: people, from35: people, unanswered: people })

const itemCells = (item: CatalogueItem) => {
  const chosen = Object.fromEntries(optionsOf(item).map((option) => [option, byAgeGroup] as const))
  return z.strictObject({ answered: byAgeGroup, chosen: z.strictObject(chosen) })
}

const cellsOfItems = Object.fromEntries(items.map((item) => [item.id, itemCells(item)])) as {
  readonly [Id in ItemId]: ReturnType<typeof itemCells>
}

const countsSchema = z.strictObject({
  version: z.literal(countsVersion),
  responses: people,
  cells: z.strictObject(cellsOfItems),
  statements: z.array(
    z.strictObject({
      indicator: z.string().refine(isIndicatorCode),
      tool: z.enum(tools).nullable(),
      atoms: z.array(
        z.strictObject({
          populations: z.array(z.enum(populationCodes)).min(1),
          trueCount: people,
          falseCount: people,
        }),
      ),
    }),
  ),
})

/**
 * Counts from their JSON text. null where it cannot be read: no JSON, another version, or other items, options or
 * indicators than today's. Such counts are counted again, not repaired. Never throws.
 */
export function parseCounts(json: string): Counts | null {
  try {
    return countsSchema.safeParse(JSON.parse(json)).data ?? null
  } catch {
    return null
  }
}
