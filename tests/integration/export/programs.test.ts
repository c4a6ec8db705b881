import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { optionsOf } from '@/lib/instrument/answers'
import { items, type CatalogueItem } from '@/lib/instrument/catalogue'
import { codedAnswers } from '@/lib/export/codes'
import { answerColumns, columnsOf, variableName } from '@/lib/export/columns'
import { answerLabel, columnLabel, labelOf } from '@/lib/export/labels'
import { findProgram } from '../../support/programs'
import { countOf, exportWords, notApplicable } from '../../support/release'
import { records, release, writtenFiles } from '../../support/written-release'

// Each program opens the files as a researcher would; what it reads back is counted, and nothing may be said on the side.

let folder = ''
beforeAll(() => {
  folder = writtenFiles()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const words = exportWords.fr
const told = items.filter(({ id }) => release.levels[id] !== 'withheld')
const singles = told.filter(({ kind }) => kind === 'single')

const expectedCounts = (item: CatalogueItem) =>
  Object.fromEntries(
    codedAnswers(item, release.levels[item.id]).map(({ id }) => [
      answerLabel(item, id, words),
      countOf(records, item.id, id),
    ]),
  )
const doNotApply = (item: CatalogueItem) => countOf(records, item.id, notApplicable)

/** How many records chose the option of each column of a multiple choice. */
const chosenCounts = Object.fromEntries(
  told
    .filter(({ kind }) => kind === 'multiple')
    .flatMap((item) =>
      columnsOf(item).map(({ name }, place) => [
        name,
        countOf(records, item.id, optionsOf(item)[place] ?? ''),
      ]),
    ),
)

/** Runs a program in the folder of the files. What it complains of fails the test. */
function run(command: string, ...parts: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(command, parts, { cwd: folder, encoding: 'utf8' })
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
  return stdout
}

/** What the scripts for R and Python print: counts by label, codes of what does not apply, sums of the 0/1 columns. */
interface Printed {
  readonly rows: number
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly notApplicable: Readonly<Record<string, number>>
  readonly chosen: Readonly<Record<string, number>>
  readonly label: string
  readonly withheld: number
}

const labelled = answerColumns.find(({ option }) => option !== null) ?? expect.fail('no multiple choice')

function expectEverything(printed: Printed) {
  expect(printed.rows).toBe(records.length)
  for (const item of singles) {
    const name = variableName(item.id)
    expect([name, printed.counts[name]]).toEqual([name, expectedCounts(item)])
    expect([name, printed.notApplicable[name]]).toEqual([name, doNotApply(item)])
  }
  for (const [name, count] of Object.entries(chosenCounts)) {
    expect([name, printed.chosen[name]]).toEqual([name, count])
  }
  expect(printed.label).toBe(columnLabel(labelled, words))
  expect(printed.withheld).toBe(records.length)
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
    chosen: numbers('chosen'),
    label: of('label')[0]?.[0] ?? '',
    withheld: Number(of('withheld')[0]?.[0]),
  }
}

/** The column of an item that the release withholds. */
function withheldName(): string {
  const withheld = items.find(({ id }) => release.levels[id] === 'withheld')
  return withheld ? variableName(withheld.id) : expect.fail('nothing is withheld')
}

const pspp = findProgram('PSPP')
describe.skipIf(pspp === null)('PSPP', () => {
  test('runs import.sps and finds labels, missing values and every count', () => {
    const names = [...singles.map(({ id }) => variableName(id)), ...Object.keys(chosenCounts)]
    writeFileSync(
      path.join(folder, 'counts.sps'),
      `INSERT FILE='import.sps'.\nFREQUENCIES VARIABLES=${names.join('\n ')}.\n`,
    )
    const output = run(pspp ?? '', '-O', 'format=csv', 'counts.sps')
    expect(output).not.toMatch(/warning|error/i)
    for (const item of singles) {
      const table = output.split(`Table: ${labelOf(item, words)}\n`)[1]?.split('\n\n')[0] ?? ''
      const lines: string[][] = parse(table, { relax_column_count: true })
      const counts = Object.fromEntries(lines.map(([, label = '', count]) => [label, Number(count)]))
      const expected = { ...expectedCounts(item), [words.export.missing.notApplicable]: doNotApply(item) }
      expect([item.id, counts]).toEqual([item.id, expect.objectContaining(expected)])
      expect(lines.at(-1)).toEqual(expect.arrayContaining(['Total', String(records.length)]))
    }
    for (const column of answerColumns.filter(({ name }) => name in chosenCounts)) {
      const table = output.split(`Table: ${columnLabel(column, words)}\n`)[1]?.split('\n\n')[0] ?? ''
      expect(table).toContain(`${words.export.chosen},${chosenCounts[column.name]},`)
    }
  })
})

const rScript = findProgram('R')
describe.skipIf(rScript === null)('R', () => {
  test('runs import.R without a warning, also where the locale knows no accents, and finds every count', () => {
    const list = (names: readonly string[]) => `c(${names.map((name) => `"${name}"`).join(', ')})`
    writeFileSync(
      path.join(folder, 'counts.R'),
      `options(warn = 2)
source("import.R")
line <- function(...) writeLines(enc2utf8(paste(..., sep = "\\t")), out, useBytes = TRUE)
out <- file("counts.tsv", "wb")
line("rows", nrow(responses))
for (name in ${list(singles.map(({ id }) => variableName(id)))}) {
  counts <- table(responses[[name]])
  for (place in seq_along(counts)) line("counts", name, names(counts)[place], counts[[place]])
  line("notApplicable", name, sum(codes[[name]] == missing_codes[["notApplicable"]], na.rm = TRUE))
}
for (name in ${list(Object.keys(chosenCounts))}) line("chosen", name, sum(responses[[name]] == "${words.export.chosen}", na.rm = TRUE))
line("label", attr(responses$${labelled.name}, "label"))
line("withheld", sum(codes$ageBand == missing_codes[["withheld"]] & is.na(responses$ageBand)))
close(out)
`.replaceAll('ageBand', withheldName()),
    )
    expect(run('env', 'LC_ALL=C', rScript ?? '', '--vanilla', 'counts.R')).toBe('')
    const lines = readFileSync(path.join(folder, 'counts.tsv'), 'utf8').trimEnd().split('\n')
    expectEverything(printedBy(lines.map((line) => line.split('\t'))))
  })
})

const python = findProgram('Python with pandas')
describe.skipIf(python === null)('Python with pandas', () => {
  test('runs import.py without a warning and finds every count', () => {
    writeFileSync(
      path.join(folder, 'counts.py'),
      `import json, runpy
m = runpy.run_path("import.py")
codes, responses, missing = m["codes"], m["responses"], m["MISSING_CODES"]
singles = ${JSON.stringify(singles.map(({ id }) => variableName(id)))}
withheld = "${withheldName()}"
print(json.dumps({
    "rows": len(responses),
    "counts": {n: {k: int(v) for k, v in responses[n].value_counts().items()} for n in singles},
    "notApplicable": {n: int((codes[n] == missing["notApplicable"]).sum()) for n in singles},
    "chosen": {n: int((responses[n] == "${words.export.chosen}").sum()) for n in ${JSON.stringify(Object.keys(chosenCounts))}},
    "label": m["LABELS"]["${labelled.name}"],
    "withheld": int(((codes[withheld] == missing["withheld"]) & responses[withheld].isna()).sum()),
}))
`,
    )
    expectEverything(JSON.parse(run(python ?? '', '-W', 'error', 'counts.py')))
    // As a program by itself it says what it loaded.
    expect(run(python ?? '', '-W', 'error', 'import.py')).toContain('count')
  })
})

const office = findProgram('LibreOffice')
describe.skipIf(office === null)('LibreOffice', () => {
  test('opens the file for spreadsheets with every accent, and no cell moves', { timeout: 120_000 }, () => {
    const profile = path.join(folder, 'profile')
    execFileSync(
      office ?? '',
      [
        '--headless',
        `-env:UserInstallation=file://${profile}`,
        '--infilter=CSV:59,34,76,1',
        '--convert-to',
        'csv:Text - txt - csv (StarCalc):44,34,76,1,,0',
        '--outdir',
        'converted',
        'responses-excel-fr.csv',
      ],
      { cwd: folder, stdio: 'ignore' },
    )
    const [header = [], ...rows]: string[][] = parse(
      readFileSync(path.join(folder, 'converted', 'responses-excel-fr.csv')),
      { bom: true },
    )
    expect(header).toEqual([
      words.export.record,
      ...answerColumns.map((column) => columnLabel(column, words)),
    ])
    expect(rows.map(([number]) => number)).toEqual(records.map(({ number }) => String(number)))
    const found = (column: number, text: string) => rows.filter((row) => row[column] === text).length
    for (const [place, { item, option, name }] of answerColumns.entries()) {
      const counts =
        option === null ? expectedCounts(item) : { [words.export.chosen]: chosenCounts[name] ?? 0 }
      for (const [label, count] of Object.entries(counts)) {
        expect([name, label, found(place + 1, label)]).toEqual([name, label, count])
      }
    }
  })
})
