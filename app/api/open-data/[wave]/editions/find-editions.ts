import { settingsInForce } from '@/app/[locale]/settings-in-force'
import { countedIn } from '@/components/participants/shown-edition'
import { appDatabase } from '@/lib/db/engine/client'
import { readOperator } from '@/lib/db/operator'
import { lastDayOf } from '@/lib/counts/week-days'
import { editions, type PublishedEdition } from '@/lib/db/read-editions'
import { readPublishedWaves } from '@/lib/db/waves/published-waves'
import { roundingBase } from '@/lib/disclosure/aggregates/random-rounding'
import {
  aggregatesCsv,
  aggregatesFileName,
  aggregatesJson,
  type AboutAggregates,
} from '@/lib/export/aggregates'
import { editionsJson } from '@/lib/export/editions-list'
import { loadExportWords } from '@/lib/i18n/export-words'
import type { NoOpenData, OpenData } from './answer'

/** Stands in an address for the id of the last edition. */
const latest = 'latest'

function aboutEdition(
  edition: PublishedEdition,
  { licence, publisher }: Pick<AboutAggregates, 'licence' | 'publisher'>,
): AboutAggregates {
  const { waveId, id: editionId, isDemo, madeOn, smallestGroup } = edition
  return {
    waveId,
    editionId,
    isDemo,
    madeOn,
    responsesUntil: lastDayOf(edition.lastWeek),
    smallestGroup,
    licence,
    publisher,
    roundingBase,
    counted: countedIn(edition),
    withoutAge: edition.withoutAgeCount,
  }
}

/** Who publishes open data now, and under which licence. Throws DatabaseError. */
async function readTerms(): Promise<Pick<AboutAggregates, 'licence' | 'publisher'>> {
  return { licence: (await settingsInForce()).licence, publisher: await readOperator(appDatabase) }
}

/** The list of a wave's editions as a file; it may be empty. Throws DatabaseError. */
export async function findList(waveId: string): Promise<OpenData | NoOpenData> {
  if (!(await readPublishedWaves(appDatabase)).some(({ id }) => id === waveId)) return 'unknown-wave'
  const terms = await readTerms()
  const list = await editions.list(waveId)
  const found = await Promise.all(list.map(async ({ id }) => editions.find(waveId, id)))
  const abouts = found.flatMap((edition) => (edition === null ? [] : [aboutEdition(edition, terms)]))
  const name = `miroir-${waveId}-editions.json`
  const text = editionsJson(waveId, terms.publisher, abouts)
  return { name, ending: 'json', text, licence: terms.licence, staysAt: null }
}

/** What is asked for of an edition. */
interface Asked {
  readonly waveId: string
  /** Its id, or `latest`. */
  readonly edition: string
  /** Only the tables of this question; null: all. */
  readonly item: string | null
}

const writers = { csv: aggregatesCsv, json: aggregatesJson } as const

/** The tables of an edition as a file, under the licence that owners set. Throws DatabaseError. */
export async function findAggregates(
  { waveId, edition: asked, item }: Asked,
  ending: keyof typeof writers,
): Promise<OpenData | NoOpenData> {
  if (!(await readPublishedWaves(appDatabase)).some(({ id }) => id === waveId)) return 'unknown-wave'
  const list = await editions.list(waveId)
  if (asked === latest && list.length === 0) return 'no-edition'
  const id = asked === latest ? list.at(-1)?.id : list.find((each) => each.id === asked)?.id
  const edition = id === undefined ? null : await editions.find(waveId, id)
  if (edition === null) return 'unknown-edition'
  const tables = edition.tables.filter((table) => item === null || table.item === item)
  if (item !== null && tables.length === 0) return 'unknown-item'
  const terms = await readTerms()
  const about = aboutEdition(edition, terms)
  const staysAt = `/api/open-data/${waveId}/editions/${edition.id}/aggregates.${ending}`
  return {
    name: aggregatesFileName(about, ending, item),
    ending,
    text: writers[ending](about, tables, await loadExportWords()),
    licence: terms.licence,
    staysAt: asked === latest ? staysAt : null,
  }
}

/** What the address of a request asks for. */
export async function askedBy(
  request: Request,
  params: Promise<{ readonly wave: string; readonly edition: string }>,
): Promise<Asked> {
  const { wave: waveId, edition } = await params
  return { waveId, edition, item: new URL(request.url).searchParams.get('item') }
}
