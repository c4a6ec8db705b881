import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

const root = fileURLToPath(new URL('../../../', import.meta.url))

type Snippet = [area: string, statement: string, file: string]

function snippets(name: string, ...list: readonly (readonly [area: string, statement: string])[]): Snippet[] {
  return list.map(([area, statement], index) => [area, statement, `${area}/${name}-${index}.tsx`])
}

/** What the snippets import: a file in every area, and one in a folder that the table does not know. */
const outside = 'lib/helpers/misc.ts'
const targets = [
  'app/globals.css',
  'app/page.tsx',
  'components/admin/settings.tsx',
  'components/layout/header.tsx',
  'components/questionnaire/step.tsx',
  'components/results/figure.tsx',
  'components/ui/button.tsx',
  'lib/auth/admin.ts',
  'lib/comparison/compare.ts',
  'lib/counts/tally.ts',
  'lib/db/engine/client.ts',
  'lib/disclosure/microdata/risk.ts',
  'lib/editions/due.ts',
  'lib/editions/make-edition.ts',
  'lib/db/waves/figures.ts',
  'lib/db/generated/sqlite/client.ts',
  'lib/disclosure/microdata/scheme.ts',
  'lib/env.ts',
  'lib/errors.ts',
  'lib/export/csv.ts',
  'lib/i18n/routing.ts',
  'lib/instrument/items.ts',
  'lib/session/cookie.ts',
  'messages/fr.json',
  'prisma/data/sources.json',
  'scripts/seed.ts',
  'server/start.ts',
  'tests/support/golden.ts',
]

const refused = snippets(
  'refused',
  ['components/results', "import { figures } from '@/lib/db/waves/figures'"],
  ['components/results', "import { figures } from '../../lib/db/figures'"],
  ['components/results', "import type { Figures } from '@/lib/db/waves/figures'"],
  ['components/results', "export type Figures = import('@/lib/db/waves/figures').Figures"],
  ['components/results', "export const figures = () => import('@/lib/db/waves/figures')"],
  ['components/results', "import { Step } from '@/components/questionnaire/step'"],
  ['components/results', "import { cookies } from 'next/headers'"],
  ['components/results', "import { env } from '@/lib/env'"],
  ['components/ui', "import type { Item } from '@/lib/instrument/items'"],
  ['components/ui', "import { useTranslations } from 'next-intl'"],
  ['components/charts', "import { useState } from 'react'"],
  ['lib/instrument', "import { useState } from 'react'"],
  ['lib/instrument', "import { compare } from '@/lib/comparison/compare'"],
  ['lib/instrument', "import { SettingError } from '../errors'"],
  ['lib/comparison', "import { readFileSync } from 'node:fs'"],
  ['lib/comparison', "import { readFile } from 'fs/promises'"],
  ['lib/comparison', "import { cache } from 'react'"],
  ['lib/comparison', "import { risk } from '../disclosure/microdata/risk'"],
  ['lib/comparison', "import csv = require('csv-parse')"],
  ['lib/import', "import { figures } from '@/lib/db/waves/figures'"],
  ['lib/import', "import { readFileSync } from 'node:fs'"],
  ['lib/disclosure/microdata', "import { randomInt } from 'node:crypto'"],
  ['lib/disclosure/microdata', "import { csvLine } from '@/lib/export/csv'"],
  ['components/participants', "import { makeEdition } from '@/lib/editions/make-edition'"],
  ['components/participants', "import { Figure } from '@/components/results/figure'"],
  ['lib/export', "import { headers } from 'next/headers'"],
  ['lib/export', "import { readFileSync } from 'node:fs'"],
  ['lib/export', "import { tally } from '@/lib/counts/tally'"],
  ['lib/db', "import { cookie } from '@/lib/session/cookie'"],
  ['lib/session', "import { figures } from '@/lib/db/waves/figures'"],
  ['lib/helpers', 'export const outside = 1'],
  ['app/api', "import { PrismaClient } from '@/lib/db/generated/sqlite/client'"],
  ['app/api', "import type { PrismaClient } from '../../lib/db/generated/sqlite/client'"],
  ['app/api', "import { Prisma } from '@prisma/client'"],
  ['app/api', "import { toNextJsHandler } from 'better-auth/next-js'"],
  ['app/api', "import { passkey } from '@better-auth/passkey'"],
  ['server', "import { betterAuth } from 'better-auth'"],
  ['app/api', "import { misc } from '@/lib/helpers/misc'"],
  ['app/api', "import { golden } from '@/tests/support/golden'"],
  ['app/api', "import { nothing } from '@/lib/db/no-such-file'"],
  ['app/api', "export { figures } from '@/lib/db/waves/figures'"],
  ['server', "import { Header } from '@/components/layout/header'"],
  ['scripts', "import { Header } from '@/components/layout/header'"],
  ['scripts', "import { PrismaClient } from '@/lib/db/generated/sqlite/client'"],
  ['prisma', "import { figures } from '@/lib/db/waves/figures'"],
)

const allowed = snippets(
  'allowed',
  ['components/results', "import { compare } from '@/lib/comparison/compare'"],
  ['components/results', "import type { Item } from '../../lib/instrument/items'"],
  ['components/results', "import { Figure } from './figure'"],
  ['components/results', "import { Header } from '../layout/header'"],
  ['components/results', "import Link from 'next/link'"],
  ['components/results', "import { useTranslations } from 'next-intl'"],
  ['components/ui', "import { useId } from 'react'"],
  ['lib/instrument', "import { z } from 'zod'"],
  ['lib/comparison', "import { items } from '@/lib/instrument/items'"],
  ['lib/export', "import { scheme } from '@/lib/disclosure/microdata/scheme'"],
  ['lib/export', "import { risk } from '@/lib/disclosure/microdata/risk'"],
  ['components/participants', "import { enoughNew } from '@/lib/editions/due'"],
  ['lib/export', "import { createHash } from 'node:crypto'"],
  ['lib/db', "import { PrismaClient } from './generated/sqlite/client'"],
  ['lib/db', "import { Prisma } from '@prisma/client'"],
  ['lib/db', "import 'server-only'"],
  ['lib/auth', "import { cookies } from 'next/headers'"],
  ['lib/auth', "import { betterAuth } from 'better-auth/minimal'"],
  ['lib/auth', "import { figures } from '@/lib/db/waves/figures'"],
  ['lib/keys', "import { jwtDecrypt } from 'jose'"],
  ['lib/i18n', "import messages from '@/messages/fr.json'"],
  ['app/[locale]', "import { figures } from '@/lib/db/waves/figures'"],
  ['app/[locale]', "import { Figure } from '@/components/results/figure'"],
  ['app/[locale]', "import '../globals.css'"],
  ['server', "import { env } from '@/lib/env'"],
  ['server', "import { createServer } from 'node:http'"],
  ['scripts', "import { figures } from '@/lib/db/waves/figures'"],
  ['scripts', "import sources from '@/prisma/data/sources.json'"],
  ['tests/unit', "import { Button } from '@/components/ui/button'"],
  ['tests/e2e', "import AxeBuilder from '@axe-core/playwright'"],
)

const reportSchema = z.object({
  diagnostics: z.array(z.object({ filename: z.string(), message: z.string() })),
  number_of_files: z.number(),
})

/** Lints a tree with the project's own table, in one run. */
async function lint(tree: string): Promise<z.infer<typeof reportSchema>> {
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint')
  const report = await new Promise<string>((resolve) => {
    // A refusal is an exit code of 1; what went wrong otherwise is no JSON and fails below.
    execFile(
      process.execPath,
      [oxlint, '-c', 'oxlint.imports.mjs', '-f', 'json'],
      { cwd: tree },
      (_, stdout) => {
        resolve(stdout)
      },
    )
  })
  return reportSchema.parse(JSON.parse(report))
}

describe('the import table', () => {
  let tree: string
  let report: z.infer<typeof reportSchema>
  const messagesOf = (file: string): string[] =>
    report.diagnostics.filter(({ filename }) => filename === file).map(({ message }) => message)

  beforeAll(async () => {
    tree = await realpath(await mkdtemp(join(tmpdir(), 'miroir-imports-')))
    for (const file of ['oxlint.imports.mjs', 'tsconfig.json'])
      await copyFile(join(root, file), join(tree, file))
    await symlink(join(root, 'node_modules'), join(tree, 'node_modules'), 'junction')
    const empty = [...targets, outside].map((file): Snippet => ['', file.endsWith('.json') ? '{}' : '', file])
    for (const [, statement, file] of [...empty, ...refused, ...allowed]) {
      await mkdir(dirname(join(tree, file)), { recursive: true })
      await writeFile(join(tree, file), statement)
    }
    report = await lint(tree)
  }, 30_000)

  afterAll(async () => {
    await rm(tree, { recursive: true, force: true })
  })

  it.each(refused)('does not let %s say %s', (_area, _statement, file) => {
    expect(messagesOf(file)).toHaveLength(1)
  })

  it.each(allowed)('lets %s say %s', (_area, _statement, file) => {
    expect(messagesOf(file)).toEqual([])
  })

  it('knows every area of the layout', () => {
    expect(targets.flatMap(messagesOf)).toEqual([])
  })

  it('does not know another folder', () => {
    expect(messagesOf(outside)).toHaveLength(1)
  })

  // A file that was not read has no messages either, and would pass for allowed.
  it('was asked about every snippet', () => {
    expect(report.number_of_files).toBeGreaterThanOrEqual(refused.length + allowed.length)
  })
})
