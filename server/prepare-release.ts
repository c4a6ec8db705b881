// node --import tsx server/prepare-release.ts <id>: prepares a release that was asked for. lib/release/request.ts starts it.
import type { AuditEntry } from '@/lib/audit/entry'
import { openDatabase } from '@/lib/db/engine/client'
import { endRelease, findRelease, type StoredRelease } from '@/lib/db/releases'
import { readOwnerSettings } from '@/lib/db/settings'
import { readSettings, type Settings } from '@/lib/env'
import { loadMessages } from '@/lib/i18n/messages'
import { readSecret } from '@/lib/keys/secrets'
import { kindOfError, log } from '@/lib/log'
import { removeBundle, removeWorkFolder } from '@/lib/release/files'
import { prepareRelease, type Prepared } from '@/lib/release/prepare'
import { tellProgress } from '@/lib/release/progress'
import { outliveBrokenOutput } from './broken-output'
import { routeConsole } from './console-to-log'
import { makeFilesPrivate } from './private-umask'

/** The words of the audit log for what a release is refused for. */
const refusals = {
  noResponses: 'tooFewResponses',
  rules: 'riskTooHigh',
  otherInstrument: 'otherQuestions',
} as const

function entryOf({ id, requestedBy }: StoredRelease, { result }: Prepared): AuditEntry {
  if (result.outcome === 'refused') {
    return {
      actor: requestedBy,
      action: 'releaseRefused',
      subject: id,
      outcome: 'refused',
      details: { kind: 'microdata', reason: refusals[result.reason] },
    }
  }
  const { exported, withheld } = result.report
  return {
    actor: requestedBy,
    action: 'releaseMade',
    subject: id,
    outcome: 'succeeded',
    details: { kind: 'microdata', recordsReleased: exported, recordsWithheld: withheld },
  }
}

/** Keeps how a preparation ended, with its entry in the audit log. Returns whether it was still wanted. */
async function keepEnd(settings: Settings, release: StoredRelease, prepared: Prepared): Promise<boolean> {
  const { result, ...made } = prepared
  return endRelease(
    openDatabase(settings.databaseUrl),
    release.id,
    result.outcome === 'refused' ? 'refused' : 'ready',
    { result: JSON.stringify(result), ...made },
    { entry: entryOf(release, prepared), auditKey: readSecret(settings, 'audit'), now: new Date() },
  )
}

/**
 * Keeps that a preparation failed, with its entry in the audit log if that can be had. Where it was cancelled, it has ended
 * already. Where not even that can be kept, its silence will tell.
 */
async function keepFailure(settings: Settings, { id, requestedBy }: StoredRelease): Promise<void> {
  const database = openDatabase(settings.databaseUrl)
  const entry = {
    actor: requestedBy,
    action: 'releaseMade',
    subject: id,
    outcome: 'failed',
    details: { kind: 'microdata', recordsReleased: 0, recordsWithheld: 0 },
  } as const
  try {
    const auditKey = readSecret(settings, 'audit')
    await endRelease(database, id, 'failed', {}, { entry, auditKey, now: new Date() })
  } catch (error) {
    log.error(kindOfError(error), 'the failure of a release could not be recorded')
    await endRelease(database, id, 'failed').catch(() => undefined)
  }
}

/** Whether it ended because it was told to: cancelled, or the machine shuts down. */
const isTold = (error: unknown) => error instanceof Error && error.name === 'AbortError'

async function prepare(settings: Settings, release: StoredRelease): Promise<void> {
  const { id } = release
  const database = openDatabase(settings.databaseUrl)
  // Reading takes a transaction that lasts: what is written meanwhile has a connection of its own.
  const reading = openDatabase(settings.databaseUrl, { dedicated: true })
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  const progress = tellProgress(database, id, stop)
  try {
    const words = { fr: await loadMessages('fr'), en: await loadMessages('en') }
    const { licence } = await readOwnerSettings(database, settings.contribution)
    const prepared = await prepareRelease(
      { request: release, database, reading, settings, words, licence, now: new Date() },
      progress,
      stop.signal,
    )
    await progress.end()
    if (!(await keepEnd(settings, release, prepared))) removeBundle(settings, id)
  } catch (error) {
    await progress.end()
    removeBundle(settings, id)
    if (!isTold(error)) log.error(kindOfError(error), 'a release could not be prepared')
    await keepFailure(settings, release)
  } finally {
    removeWorkFolder(settings, id)
    await reading.close().catch(() => undefined)
    await database.close().catch(() => undefined)
  }
}

makeFilesPrivate()
outliveBrokenOutput()
routeConsole()
try {
  const settings = readSettings()
  const release = await findRelease(openDatabase(settings.databaseUrl), process.argv[2] ?? '')
  if (release?.state === 'preparing') await prepare(settings, release)
} catch (error) {
  // Its silence in the database will tell the site.
  log.error({ err: error }, 'the preparation of a release could not begin')
  process.exitCode = 1
}
