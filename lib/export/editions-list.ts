import { aggregatesSchemaVersion, type AboutAggregates } from './aggregates'
import type { Publisher } from './edition-file'

/** `editions.json`: the editions of a wave, as they come, with who publishes them and where their tables are, beside the list. */
export function editionsJson(
  waveId: string,
  { name, email }: Publisher,
  editions: readonly AboutAggregates[],
): string {
  const content = {
    schema_version: aggregatesSchemaVersion,
    wave: waveId,
    publisher: name,
    publisher_contact: email,
    editions: editions.map((about) => ({
      edition: about.editionId,
      made_up: about.isDemo,
      made_on: about.madeOn,
      responses_until: about.responsesUntil,
      counted: about.counted,
      without_age: about.withoutAge,
      smallest_group: about.smallestGroup,
      rounding_base: about.roundingBase,
      licence: about.licence?.id ?? null,
      csv: `${about.editionId}/aggregates.csv`,
      json: `${about.editionId}/aggregates.json`,
    })),
  }
  return `${JSON.stringify(content, null, 1)}\n`
}
