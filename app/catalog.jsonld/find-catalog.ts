import { figureFiles } from '@/app/api/figure-data/find-figure-file'
import { settingsInForce } from '@/app/[locale]/settings-in-force'
import { siteOrigin } from '@/app/site-origin'
import { appDatabase } from '@/lib/db/engine/client'
import { readOperator } from '@/lib/db/operator'
import { editions } from '@/lib/db/read-editions'
import { publishedStates } from '@/lib/db/waves/published-states'
import { dcatCatalog, type ParticipantsData } from '@/lib/discovery/dcat'
import { defaultLocale } from '@/lib/i18n/locales'
import { loadMessages } from '@/lib/i18n/messages'
import { pathTo } from '@/lib/i18n/routes'

/** The open data about the participants of a wave; none as long as there is no edition of real responses. */
async function participantsOf(waveId: string, origin: string): Promise<readonly ParticipantsData[]> {
  const real = (await editions.list(waveId)).filter(({ id }) => !id.startsWith('demo'))
  const [first, last] = [real[0], real.at(-1)]
  if (first === undefined || last === undefined) return []
  const { export: words } = await loadMessages(defaultLocale)
  const folder = `${origin}/api/open-data/${waveId}/editions/latest`
  return [
    {
      waveId,
      title: `${words.title}, ${words.wave} ${waveId}`,
      description: `${words.about.notRepresentative} ${words.about.protected}`,
      page: `${origin}${pathTo('participants', defaultLocale)}`,
      issuedOn: first.madeOn,
      modifiedOn: last.madeOn,
      csv: `${folder}/aggregates.csv`,
      json: `${folder}/aggregates.json`,
      licenceUrl: (await settingsInForce()).licence?.url ?? null,
    },
  ]
}

/** The catalogue of all data of the site. Throws DatabaseError. */
export async function findCatalog(): Promise<object> {
  const origin = siteOrigin()
  const publisher = await readOperator(appDatabase)
  const waves = await publishedStates.list()
  const figures = await Promise.all(
    waves.map(async ({ id }) => {
      const published = await publishedStates.find(id)
      const place = { waveId: id, fragment: null }
      return published === null ? [] : [await figureFiles(defaultLocale, place, published, null)]
    }),
  )
  const participants = await Promise.all(waves.map(async ({ id }) => participantsOf(id, origin)))
  return dcatCatalog({ origin, publisher, figures: figures.flat(), participants: participants.flat() })
}
