import type { Figure } from '@/lib/comparison/figures'
import { membership, populationCodes, type PopulationCode } from '@/lib/comparison/populations'
import { optionStatements } from '@/lib/comparison/option-statements'
import type { Predicate } from '@/lib/comparison/predicates'
import type { CatalogueItem } from '@/lib/instrument/catalogue'

/** Another population than everyone who was asked, among whom an item is counted too, since a figure was published for it. */
export interface OtherPopulation {
  readonly population: PopulationCode
  readonly isMember: Predicate
}

/** Every band is counted anyway. */
const byAge: ReadonlySet<PopulationCode> = new Set(['under_35', '35_and_over'])

/**
 * The other population of an item's published figures; null where they have none. The first one where they have several: each
 * more would tell the same answers once more.
 */
export function otherPopulationOf(
  item: CatalogueItem,
  figures: readonly Pick<Figure, 'indicator' | 'population' | 'timeFrame'>[],
): OtherPopulation | null {
  const statements = optionStatements(item, figures).filter(
    ({ figure, isOfEveryone }) => !isOfEveryone && !byAge.has(figure.population),
  )
  for (const population of populationCodes) {
    const statement = statements.find(({ figure }) => figure.population === population)
    const isMember = statement ? membership(population, statement.tool) : null
    if (isMember) return { population, isMember }
  }
  return null
}
