// npm run figures:import -- --wave=2026-12 [--dry-run] <file>: reads a file of figures into the draft of a wave.
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { createTranslator } from 'next-intl'
import { sourceLanguage } from '@/lib/comparison/waves'
import { openDatabase } from '@/lib/db/engine/client'
import { changeDraft } from '@/lib/db/waves/drafts'
import { readBeginning, readManagedWave } from '@/lib/db/waves/managed-waves'
import { loadImportLabels } from '@/lib/i18n/import-labels'
import { loadMessages } from '@/lib/i18n/messages'
import { draftOfFile } from '@/lib/import/draft-of-file'
import { limits } from '@/lib/import/limits'
import { noticeSentence } from '@/lib/import/notice-sentence'
import { readFigureFile } from '@/lib/import/read-figure-file'
import type { DraftNotice } from '@/lib/import/wave-draft'
import { documentDifference } from '@/lib/waves/document-difference'
import { fromCaller } from './caller-folder'
import { runScript } from './run-script'
import { findSite } from './site'

const line = {
  command: 'npm run figures:import',
  says: 'Reads a file of figures into the draft of a wave, where owners look at it and publish it. Publishes nothing.',
  operands: { file: 'a CSV, XLSX or JSON file' },
  options: {
    wave: { text: 'id', says: 'the wave, such as 2026-12; owners make a new one in the admin area' },
    'dry-run': { says: 'says what was understood, and changes nothing' },
  },
}

await runScript(line, async ({ operands, options: { wave, ...options } }) => {
  if (wave === undefined) throw new Error('Say which wave: npm run figures:import -- --wave=2026-12 <file>')
  const file = fromCaller(operands.file)
  const bytes = await readFile(file)
  const messages = await loadMessages('en')
  const t = createTranslator({ locale: 'en', messages, namespace: 'import' })
  const database = openDatabase((await findSite([])).databaseUrl)
  try {
    const beginning = await readBeginning(database, wave)
    if (beginning === null) {
      throw new Error(`There is no wave ${wave}: an owner describes it first, on the page of the figures.`)
    }
    const { began, previous } = beginning
    const sourceIds = began.sources.map(({ id }) => id)
    const context = { sourceIds, labels: await loadImportLabels(), language: sourceLanguage }
    const read = readFigureFile(bytes.subarray(0, limits.fileBytes + 1), context, previous)
    const say = (notice: DraftNotice) =>
      noticeSentence(notice, read.format, (key, values) => t(key as 'sentence', values))
    if (read.problems.length > 0) {
      throw new Error(['Nothing was changed.', ...read.problems.map(say)].join('\n'))
    }
    const draft = draftOfFile(began, read, basename(file))
    const published = (await readManagedWave(database, wave))?.document ?? null
    const found = documentDifference(published, draft, draft.refused)
    const countOf = (kind: string) => found.figures.filter((each) => each.kind === kind).length
    const lines = [
      ...draft.refused.flatMap(({ problems }) => problems.map((each) => `refused: ${say(each)}`)),
      ...draft.warnings.map((each) => `to check: ${say(each)}`),
      `${countOf('added')} new, ${countOf('changed')} changed, ${found.unchanged.length} unchanged, ` +
        `${countOf('removed')} removed, ${draft.refused.length} refused.`,
    ]
    if (options['dry-run']) return [...lines, 'Nothing was changed.'].join('\n')
    await changeDraft(database, wave, (before) => draftOfFile(before ?? began, read, basename(file)))
    return [...lines, `The draft of wave ${wave} has it: an owner looks at it, and publishes it.`].join('\n')
  } finally {
    await database.close()
  }
})
