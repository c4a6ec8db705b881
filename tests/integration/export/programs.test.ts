import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { missingKindsOf } from '@/lib/export/cells'
import type { MissingKind } from '@/lib/export/codes'
import { answerLabel, columnLabel, labelOf } from '@/lib/export/labels'
import { type Variable } from '@/lib/export/variables'
import type { LanguageWords } from '@/lib/export/words'
import { countOf, englishWords, frenchWords, missingCount, shape } from '../../support/edition'
import { findProgram } from '../../support/programs'
import { records, writtenFiles } from '../../support/written-edition'

// Each program opens the files as a researcher would; what it reads back is counted, and nothing may be said on the side.

let folder = ''
beforeAll(() => {
  folder = writtenFiles()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const words = frenchWords
const singles = shape.variables.filter(({ kind }) => kind === 'single')

const expectedCounts = (variable: Variable, language: LanguageWords) =>
  Object.fromEntries(
    variable.options.map((id) => [answerLabel(variable, id, language), countOf(records, variable.name, id)]),
  )
const missing = (variable: Variable, kind: MissingKind) => missingCount(records, variable.name, kind)

/** How many records chose the option of each column of a multiple choice. */
const chosenCounts = Object.fromEntries(
  shape.columns.flatMap(({ name, variable, option }) =>
    option === null ? [] : [[name, countOf(records, variable.name, option)] as const],
  ),
)

/** Runs a program in the folder of the files. What it complains of fails the test. */
function run(command: string, ...parts: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(command, parts, { cwd: folder, encoding: 'utf8' })
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
  return stdout
}

/** What the scripts for R and Python print: counts by label, codes of what is missing, sums of the 0/1 columns. */
interface Printed {
  readonly rows: number
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly notApplicable: Readonly<Record<string, number>>
  readonly notAsked: Readonly<Record<string, number>>
  readonly chosen: Readonly<Record<string, number>>
  readonly label: string
  readonly wave: string
}

const labelled = shape.columns.find(({ option }) => option !== null) ?? expect.fail('no multiple choice')

function expectEverything(printed: Printed, language: LanguageWords) {
  expect(printed.rows).toBe(records.length)
  for (const variable of singles) {
    const { name } = variable
    expect([name, printed.counts[name]]).toEqual([name, expectedCounts(variable, language)])
    expect([name, printed.notApplicable[name]]).toEqual([name, missing(variable, 'notApplicable')])
    expect([name, printed.notAsked[name]]).toEqual([name, missing(variable, 'notAsked')])
  }
  expect(printed.chosen).toEqual(chosenCounts)
  expect(printed.label).toBe(columnLabel(labelled, language))
  expect(printed.wave).toBe('2025-12')
}

/** What the lines of the script for R say: a kind, then what it is of, then a number. */
function printedBy(lines: readonly (readonly string[])[]): Printed {
  const of = (kind: string) => lines.filter(([first]) => first === kind).map(([, ...rest]) => rest)
  const numbers = (kind: string): Record<string, number> =>
    Object.fromEntries(of(kind).map(([name = '', count]): [string, number] => [name, Number(count)]))
  const counts: Record<string, Record<string, number>> = {}
  for (const [name = '', label = '', count] of of('counts')) (counts[name] ??= {})[label] = Number(count)
  return {
    rows: Number(of('rows')[0]?.[0]),
    counts,
    notApplicable: numbers('notApplicable'),
    notAsked: numbers('notAsked'),
    chosen: numbers('chosen'),
    label: of('label')[0]?.[0] ?? '',
    wave: of('wave')[0]?.[0] ?? '',
  }
}

/** `import.sps` as it is in a language: a reader takes the stars away from its labels. */
function syntaxIn({ language }: LanguageWords): string {
  const name = language === 'fr' ? 'import.sps' : `import-${language}.sps`
  const syntax = readFileSync(path.join(folder, 'import.sps'), 'utf8')
  if (language !== 'fr') {
    writeFileSync(path.join(folder, name), syntax.replaceAll(/^\* (?=VARIABLE LABELS|VALUE LABELS)/gm, ''))
  }
  return name
}

const pspp = findProgram('PSPP')
describe.skipIf(pspp === null)('PSPP', () => {
  test.each([frenchWords, englishWords])(
    'runs import.sps and finds labels, missing values and every count',
    (language) => {
      const names = [...singles.map(({ name }) => name), ...Object.keys(chosenCounts)]
      writeFileSync(
        path.join(folder, 'counts.sps'),
        `INSERT FILE='${syntaxIn(language)}'.\nFREQUENCIES VARIABLES=wave ${names.join('\n ')}.\n`,
      )
      const output = run(pspp ?? '', '-O', 'format=csv', 'counts.sps')
      expect(output).not.toMatch(/warning|error/i)
      for (const variable of singles) {
        const table = output.split(`Table: ${labelOf(variable, language)}\n`)[1]?.split('\n\n')[0] ?? ''
        const lines: string[][] = parse(table, { relax_column_count: true })
        const counts = Object.fromEntries(lines.map(([, label = '', count]) => [label, Number(count)]))
        const reasons = missingKindsOf(variable)
          .filter((kind) => kind !== 'unanswered')
          .map((kind) => [language.export.missing[kind], missing(variable, kind)])
        const expected = { ...expectedCounts(variable, language), ...Object.fromEntries(reasons) }
        expect([variable.name, counts]).toEqual([variable.name, expect.objectContaining(expected)])
        expect(lines.at(-1)).toEqual(expect.arrayContaining(['Total', String(records.length)]))
      }
      for (const column of shape.columns.filter(({ name }) => name in chosenCounts)) {
        const table = output.split(`Table: ${columnLabel(column, language)}\n`)[1]?.split('\n\n')[0] ?? ''
        expect(table).toContain(`${language.export.chosen},${chosenCounts[column.name]},`)
      }
      expect(output).toContain(`2025-12,${records.length},`)
    },
  )
})

const rScript = findProgram('R')
describe.skipIf(rScript === null)('R', () => {
  test.each([frenchWords, englishWords])(
    'runs import.R without a warning, also where the locale knows no accents, and finds every count',
    (language) => {
      const list = (names: readonly string[]) => `c(${names.map((name) => `"${name}"`).join(', ')})`
      writeFileSync(
        path.join(folder, 'counts.R'),
        `options(warn = 2)
language <- "${language.language}"
source("import.R")
line <- function(...) writeLines(enc2utf8(paste(..., sep = "\\t")), out, useBytes = TRUE)
out <- file("counts.tsv", "wb")
line("rows", nrow(responses))
for (name in ${list(singles.map(({ name }) => name))}) {
  counts <- table(responses[[name]])
  for (place in seq_along(counts)) line("counts", name, names(counts)[place], counts[[place]])
  for (kind in names(missing_codes)) line(kind, name, sum(codes[[name]] == missing_codes[[kind]], na.rm = TRUE))
}
for (name in ${list(Object.keys(chosenCounts))}) line("chosen", name, sum(responses[[name]] == "${language.export.chosen}", na.rm = TRUE))
line("label", attr(responses$${labelled.name}, "label"))
line("wave", unique(responses$wave))
close(out)
`,
      )
      expect(run('env', 'LC_ALL=C', rScript ?? '', '--vanilla', 'counts.R')).toBe('')
      const lines = readFileSync(path.join(folder, 'counts.tsv'), 'utf8').trimEnd().split('\n')
      expectEverything(printedBy(lines.map((line) => line.split('\t'))), language)
    },
  )
})

const python = findProgram('Python with pandas')
describe.skipIf(python === null)('Python with pandas', () => {
  test('runs load.py without a warning and finds every count', () => {
    writeFileSync(
      path.join(folder, 'counts.py'),
      `import json, runpy
m = runpy.run_path("load.py")
codes, responses, missing = m["codes"], m["responses"], m["MISSING_CODES"]
singles = ${JSON.stringify(singles.map(({ name }) => name))}
print(json.dumps({
    "rows": len(responses),
    "counts": {n: {k: int(v) for k, v in responses[n].value_counts().items()} for n in singles},
    **{kind: {n: int((codes[n] == code).sum()) for n in singles} for kind, code in missing.items()},
    "chosen": {n: int((responses[n] == "${words.export.chosen}").sum()) for n in ${JSON.stringify(Object.keys(chosenCounts))}},
    "label": m["LABELS"]["${labelled.name}"],
    "wave": ",".join(responses["wave"].unique()),
}))
`,
    )
    expectEverything(JSON.parse(run(python ?? '', '-W', 'error', 'counts.py')) as Printed, words)
    // As a program by itself it says what it loaded.
    expect(run(python ?? '', '-W', 'error', 'load.py')).toContain('count')
  })

  const canReadParquet =
    python !== null && spawnSync(python, ['-c', 'import pyarrow'], { stdio: 'ignore' }).status === 0
  test.skipIf(!canReadParquet)('reads from responses.parquet what it reads from responses.csv', () => {
    const script = `import pandas as pd
codes = pd.read_csv("responses.csv", dtype_backend="pyarrow", keep_default_na=False, na_values=[""])
table = pd.read_parquet("responses.parquet", dtype_backend="pyarrow")
assert list(codes) == list(table) and len(table) == ${records.length}
assert all(codes[n].astype("string").equals(table[n].astype("string")) for n in codes)`
    expect(run(python ?? '', '-c', script)).toBe('')
  })
})

const office = findProgram('LibreOffice')
describe.skipIf(office === null)('LibreOffice', () => {
  /** The number of a language in LibreOffice, which decides how it reads numbers and dates. */
  const languages = [
    [frenchWords, '59', '1036'],
    [englishWords, '44', '1033'],
  ] as const
  test.each(languages)(
    'opens the file for spreadsheets with every accent, and no cell moves or becomes a date',
    { timeout: 120_000 },
    (language, delimiter, number) => {
      const profile = path.join(folder, 'profile')
      const name = `responses-excel-${language.language}.csv`
      const text = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0'
      execFileSync(
        office ?? '',
        [
          '--headless',
          `-env:UserInstallation=file://${profile}`,
          `--infilter=CSV:${delimiter},34,76,1,,${number},false,true`,
          '--convert-to',
          text,
          '--outdir',
          'converted',
          name,
        ],
        { cwd: folder, stdio: 'ignore' },
      )
      const converted = readFileSync(path.join(folder, 'converted', name))
      const [header = [], ...rows]: string[][] = parse(converted, { bom: true })
      const labels = shape.columns.map((column) => columnLabel(column, language))
      expect(header).toEqual([language.export.record, language.export.wave, ...labels])
      expect(rows.map(([first]) => first)).toEqual(records.map(({ number: own }) => String(own)))
      expect(new Set(rows.map(([, wave]) => wave))).toEqual(new Set([`${language.export.wave} 2025-12`]))
      const found = (column: number, cell: string) => rows.filter((row) => row[column] === cell).length
      for (const [place, { variable, option, name: column }] of shape.columns.entries()) {
        const counts =
          option === null
            ? expectedCounts(variable, language)
            : { [language.export.chosen]: chosenCounts[column] ?? 0 }
        for (const [label, count] of Object.entries(counts)) {
          expect([column, label, found(place + 2, label)]).toEqual([column, label, count])
        }
      }
    },
  )
})
