import { findAggregates } from '../../../../../open-data/[wave]/editions/find-editions'
import { openRoute } from '../../../../open-route'
import { findOpenData } from '../../../find-open-data'

/** The tables of an edition, or the one of a question. */
export const { GET, OPTIONS } = openRoute(async (query, { edition }: { readonly edition: string }) =>
  findOpenData(query, async (waveId) => findAggregates({ waveId, edition, item: query.get('item') }, 'csv')),
)
