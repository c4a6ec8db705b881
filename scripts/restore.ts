// npm run restore -- <file>: puts a backup into an empty place, or over a site.
import { countsSentence } from '@/lib/backup/manifest'
import { restoreBackup, type RestoreReport } from '@/lib/backup/restore'
import { databaseAddress } from '@/lib/db/engine/address'
import { readSettings } from '@/lib/env'
import { fromCaller } from './caller-folder'
import { runScript } from './run-script'
import { findServed } from './served'
import { startCommand } from './site'

const line = {
  command: 'npm run restore',
  says: 'Puts a backup into the place that MIROIR_DATA_DIR and DATABASE_URL name. The site of that place has to be stopped.',
  operands: { file: 'a file that `npm run backup` made' },
  options: {
    force: { says: 'puts it in the place of a site that is there, which is then gone' },
    'accept-old': { says: 'takes a backup that is older than withdrawals are remembered' },
    'dry-run': { says: 'checks everything, says what would be done, and changes nothing' },
  },
}

function warnings(report: RestoreReport, list: string): readonly string[] {
  const { missingSecrets, otherSecrets, isRecorded, hasList } = report
  return [
    ...(hasList
      ? []
      : [
          `No list of withdrawals is there: responses that were withdrawn since are back. If the site of before has ${list}, bring it here and restore again.`,
        ]),
    ...(missingSecrets.length > 0
      ? [
          `No ${missingSecrets.join(', ')} secret is known: bring it back before the first start, which makes another one that fits nothing of before.`,
        ]
      : []),
    ...(otherSecrets.length > 0
      ? [
          `The ${otherSecrets.join(', ')} secret is set to another one than the backup’s: what was made with that one cannot be used.`,
        ]
      : []),
    ...(isRecorded ? [] : ['The restore could not be recorded in the audit log.']),
  ]
}

await runScript(line, async ({ operands: { file }, options }) => {
  const settings = readSettings()
  const report = await restoreBackup(settings, fromCaller(file), {
    isForced: options.force,
    mayBeOld: options['accept-old'],
    isDryRun: options['dry-run'],
    servedAt: await findServed(settings),
    now: new Date(),
  })
  const { manifest, found, withdrawnCount } = report
  const address = databaseAddress(settings.databaseUrl)
  const what = `the backup of ${manifest.madeAt} (${countsSentence(manifest.counts)})`
  const where = `${address.name} and ${settings.dataDir}`
  const instead = found.length > 0 ? `, in the place of ${found.join(', ')}` : ''
  if (options['dry-run']) return `Would restore ${what} into ${where}${instead}. Nothing was changed.`
  const list = address.kind === 'sqlite' ? 'a folder `withdrawals`' : 'rows in its table `withdrawal`'
  return [
    `Restored ${what} into ${where}${instead}.`,
    `Responses that were withdrawn since, and are withdrawn again: ${withdrawnCount}. What was contributed since is lost; everybody signs in anew.`,
    ...warnings(report, list),
    `Start the site with \`${startCommand(settings)}\`.`,
  ].join('\n')
})
