import path from 'node:path'
import { dayOf } from '@/lib/clock/known-time'
import { readConsistently } from '@/lib/db/engine/read-consistently'
import type { Database } from '@/lib/db/engine/client'
import type { Edition } from '@/lib/db/edition-row'
import { storeEdition } from '@/lib/db/editions'
import { loadWaveFigures } from '@/lib/db/waves/wave-figures'
import { publishTables } from '@/lib/disclosure/aggregates/publish-tables'
import { randomlyRounded } from '@/lib/disclosure/aggregates/random-rounding'
import { selectClasses } from '@/lib/disclosure/microdata/select-classes'
import type { Settings } from '@/lib/env'
import type { Publisher } from '@/lib/export/edition-file'
import type { ExportWords } from '@/lib/export/words'
import { instrumentVersion } from '@/lib/instrument/versions'
import type { OwnerSettings } from '@/lib/settings/owner-settings'
import { makeWorkFolder, placeEditionFile, removeWorkFolder } from './edition-files'
import { planEdition, type EditionPlan } from './plan-edition'
import { readIntoClasses } from './read-responses'
import { secureRandom } from '@/lib/keys/secure-random'
import { enteringIds, selectRecords, type SelectedRecords } from './select-records'
import { writeEditionFile } from './write-edition-file'

/** What making an edition needs. */
export interface Making {
  readonly waveId: string
  /** Takes what is stored; not the one that is read, whose transaction lasts. */
  readonly database: Database
  readonly reading: Database
  readonly settings: Pick<Settings, 'dataDir' | 'publicUrl'>
  readonly rules: OwnerSettings
  readonly words: ExportWords
  /** Who operates the site, at the moment. */
  readonly publisher: Publisher
  /** The secret that the audit log is written with. */
  readonly auditKey: string
  readonly now: Date
}

const rounded = (count: number) => randomlyRounded(count, secureRandom())

/** The edition that a plan and the records of its file make. */
function editionOf(
  { scope, number, lastWeek, scheme, smallestGroup, contributionCount, withdrawnCount }: EditionPlan,
  { counts, count, withoutAgeCount }: SelectedRecords,
  now: Date,
): Edition {
  return {
    ...scope,
    id: `${scope.isDemo ? 'demo-' : ''}${number}`,
    number,
    madeOn: dayOf(now),
    lastWeek,
    instrumentVersion,
    smallestGroup,
    scheme,
    contributionCount: rounded(contributionCount),
    recordCount: rounded(count),
    withoutAgeCount: rounded(withoutAgeCount),
    waitingCount: rounded(contributionCount - count),
    withdrawnCount: rounded(withdrawnCount),
    tables: publishTables(counts, smallestGroup, secureRandom),
    fileRemovedOn: null,
  }
}

/**
 * Makes the next edition of a wave, if one is due: reads the responses, selects those whose equivalence classes are large and
 * diverse enough, writes their file, counts them, rounds, suppresses, and stores all of it at once. Returns the edition; null
 * where none is due, or where another process made it, or a response of it was deleted meanwhile: the next daily work then
 * tries again. Throws DatabaseError and what the disk throws; nothing is stored then.
 */
export async function makeEdition(making: Making): Promise<Edition | null> {
  const { waveId, database, reading, settings, rules, words, publisher, now } = making
  const folder = makeWorkFolder(settings)
  try {
    const from = path.join(folder, 'responses')
    const read = await readConsistently(reading, async (transaction) => {
      const plan = await planEdition(transaction, waveId, rules, now)
      if (plan === null) return null
      const responses = await readIntoClasses(transaction, { ...plan, path: from })
      return { plan, responses, figures: (await loadWaveFigures(transaction, waveId)).figures }
    })
    if (read === null) return null
    const { plan, responses, figures } = read
    const selected = selectClasses(responses.entered, responses.waiting, plan.smallestGroup)
    const records = path.join(folder, 'records')
    const held = selectRecords({ from, to: records, folder }, selected, plan.scheme, figures)
    const edition = editionOf(plan, held, now)
    const part = path.join(folder, 'file.zip')
    await writeEditionFile(part, {
      edition,
      records,
      recordCount: held.count,
      selected,
      licence: rules.licence,
      publisher,
      words,
      settings,
    })
    const entering = enteringIds(from, selected)
    if (!(await storeEdition(database, { edition, entering, deletionCount: plan.deletionCount }, making)))
      return null
    placeEditionFile(settings, edition, part)
    return edition
  } finally {
    removeWorkFolder(folder)
  }
}
