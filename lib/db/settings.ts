import type { AuditEntry } from '@/lib/audit/entry'
import { DatabaseError } from '@/lib/errors'
import { licenceOf } from '@/lib/settings/licences'
import {
  forEachSetting,
  numberInForce,
  settingNames,
  settingRanges,
  settings,
  settingsOf,
  type OwnerSettings,
  type SettingName,
  type SettingNumbers,
} from '@/lib/settings/owner-settings'
import type { RetentionPeriods } from '@/lib/contribution/retention'
import { appendAudit } from './audit'
import type { Database } from '@/lib/db/engine/client'
import { patience } from '@/lib/db/engine/patience'
import type { Prisma } from './generated/sqlite/client'

const missing = () =>
  new DatabaseError('outdated', 'The database lacks rows of settings: run `npm run db:migrate`.')

/** What was chosen of a setting; null where nothing was. */
type Chosen = (name: SettingName) => number | null

async function readChosen(database: Database): Promise<Chosen> {
  const rows = await database.run(async (client) => client.setting.findMany())
  return (name) => {
    const row = rows.find((each) => each.name === name)
    // Nothing chosen is a row too: where one is gone, nobody knows what an owner had chosen.
    if (row === undefined) throw missing()
    return row.value
  }
}

/** The settings that are in force, read anew each time: a table of a few rows. Throws DatabaseError. */
export async function readOwnerSettings(
  database: Database,
  longest: RetentionPeriods,
): Promise<OwnerSettings> {
  const chosen = await readChosen(database)
  const ranges = settingRanges(longest)
  return settingsOf(forEachSetting((name) => numberInForce(chosen(name), ranges[name])))
}

/** The settings of which something was chosen, be it what holds as long as nothing is. Throws DatabaseError. */
export async function readChosenSettings(database: Database): Promise<ReadonlySet<SettingName>> {
  const chosen = await readChosen(database)
  return new Set(settingNames.filter((name) => chosen(name) !== null))
}

interface Change {
  /** Some settings, each in its range. */
  readonly numbers: Readonly<Partial<SettingNumbers>>
  readonly longest: RetentionPeriods
  /** Id of the owner's account. */
  readonly actor: string
  readonly auditKey: string
  readonly now: Date
}

/**
 * Changes settings, and records each that becomes another one, and each choice that was made for the first time; or does
 * neither. A number that stays is not chosen: it goes on following the operator's period. Of two changes at once, the later waits
 * for the earlier and is recorded with what that one left. Throws DatabaseError.
 */
export async function changeStoredSettings(
  database: Database,
  { numbers, longest, actor, auditKey, now }: Change,
): Promise<void> {
  await database.run(async (client) =>
    client.$transaction(async (transaction) => {
      const ranges = settingRanges(longest)
      const entries: AuditEntry[] = []
      for (const name of settingNames) {
        const to = numbers[name]
        if (to === undefined) continue
        const chosen = await takeTurn(transaction, name)
        const from = numberInForce(chosen, ranges[name])
        const isFirstChoice = chosen === null && settings[name].kind !== 'number'
        if (from === to && !isFirstChoice) continue
        await transaction.setting.update({ where: { name }, data: { value: to }, select: { name: true } })
        entries.push(changeEntry(actor, name, from, to))
      }
      for (const entry of entries) await appendAudit(transaction, auditKey, entry, now)
    }, patience.change),
  )
}

/** What was chosen of a setting. A write, even of nothing: a writer that comes meanwhile waits until the transaction ends. */
async function takeTurn(transaction: Prisma.TransactionClient, name: SettingName): Promise<number | null> {
  const [row] = await transaction.setting.updateManyAndReturn({ where: { name }, data: { name } })
  if (row === undefined) throw missing()
  return row.value
}

type SettingChange = Extract<AuditEntry, { readonly action: 'settingChanged' }>['details']

/** What is recorded of a setting: a yes or no as one, a licence by its id. */
function recorded(name: SettingName, number: number): SettingChange['from'] {
  const { kind } = settings[name]
  if (kind === 'yesNo') return number === 1
  return kind === 'licence' ? (licenceOf(number)?.id ?? 'none') : number
}

function changeEntry(actor: string, name: SettingName, from: number, to: number): AuditEntry {
  const common = { actor, subject: name, outcome: 'succeeded' } as const
  if (from === to) return { ...common, action: 'settingConfirmed', details: { choice: recorded(name, to) } }
  return {
    ...common,
    action: 'settingChanged',
    details: { from: recorded(name, from), to: recorded(name, to) },
  }
}
