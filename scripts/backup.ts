// npm run backup -- <file>: makes a backup of the site, which may go on serving.
import { makeBackup } from '@/lib/backup/make-backup'
import { countsSentence } from '@/lib/backup/manifest'
import { mostBackupDays } from '@/lib/contribution/retention'
import { openDatabase } from '@/lib/db/engine/client'
import { secretNames } from '@/lib/keys/secrets'
import { fromCaller } from './caller-folder'
import { runScript } from './run-script'
import { findSite } from './site'

const line = {
  command: 'npm run backup',
  says: 'Makes a backup of the site in one file, while the site serves: its database, its secrets, and what they hold.',
  operands: { file: 'the file to make, such as backups/miroir-2026-11-26.zip' },
  options: {
    'without-secrets': {
      says: 'leaves the secrets out: they have to be kept elsewhere, or nothing that they made can be used',
    },
    force: { says: 'replaces a file that is there' },
  },
}

await runScript(line, async ({ operands: { file }, options }) => {
  const settings = await findSite(secretNames)
  const target = fromCaller(file)
  const hasSecrets = !options['without-secrets']
  try {
    const now = new Date()
    const backup = await makeBackup(settings, target, { isForced: options.force, hasSecrets, now })
    const { manifest, isRecorded } = backup
    return (
      `Made ${target}, opened and checked: ${countsSentence(manifest.counts)}${hasSecrets ? ', and the secrets' : ''}. ` +
      `Anyone who has this file has everything: keep it where only you can read it, and delete it within ${mostBackupDays} days.` +
      (isRecorded ? '' : '\nIt could not be recorded in the audit log: `npm run audit:verify` says why.')
    )
  } finally {
    await openDatabase(settings.databaseUrl).close()
  }
})
