// npm run backup:verify -- <file>: reads a backup from its beginning to its end, and says what is in it.
import { tmpdir } from 'node:os'
import path from 'node:path'
import { withWorkFolder } from '@/lib/backup/files'
import { countsSentence, type Manifest } from '@/lib/backup/manifest'
import { openBackup } from '@/lib/backup/open-backup'
import { compareMigrations } from '@/lib/db/migrations/state'
import { fromCaller } from './caller-folder'
import { runScript } from './run-script'

const line = {
  command: 'npm run backup:verify',
  says: 'Unpacks a backup beside it, checks all of it, and says what is in it. Changes nothing.',
  operands: { file: 'a file that `npm run backup` made' },
  options: { here: { text: 'folder', says: 'where it is unpacked for a while, by default beside the file' } },
}

async function versionSentence({ kind, version, migrations }: Manifest): Promise<string> {
  const { pending, unknown } = await compareMigrations(kind, migrations)
  if (unknown.length > 0) return `of a newer version (${version}), which this one cannot restore`
  return pending.length > 0 ? `of an earlier version (${version})` : `of this version (${version})`
}

await runScript(line, async ({ operands: { file }, options: { here } }) => {
  const backup = fromCaller(file)
  const folder = here === undefined ? path.dirname(backup) : fromCaller(here)
  const failed = `the backup could not be unpacked there. Give another folder, such as --here=${tmpdir()}.`
  const { manifest, secrets } = await withWorkFolder(folder, failed, async (workFolder) =>
    openBackup(backup, workFolder),
  )
  const { kind, madeAt, counts } = manifest
  const database = kind === 'sqlite' ? 'SQLite' : 'PostgreSQL'
  const hasSecrets = Object.keys(secrets).length > 0
  return (
    `${backup} is whole: a backup of a ${database} site ${await versionSentence(manifest)}, made at ${madeAt}. ` +
    `It holds ${countsSentence(counts)}, ${hasSecrets ? 'and the secrets' : 'and no secrets'}.`
  )
})
