// npm run bench:export: the bundle of an edition beside a plain dump of the same table, see bench/README.md.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { environmentWith } from '@/lib/env'
import { median } from '../pages/statistics'
import { dumpProgram, dumpSeconds } from './dump'
import { filledSite, type FilledSite } from './filled-site'
import type { Taken } from './make-edition'

const largest = Number(process.argv[2] ?? 1_000_000)
const sizes = [largest / 100, largest / 10, largest].map(Math.round)
const rounds = 3

const folder = mkdtempSync(path.join(tmpdir(), 'miroir-bench-export-'))

/** Without limits V8 leaves garbage uncollected while the machine has room, and what a bundle needs is not seen. */
const memory = ['--max-old-space-size=192', '--max-semi-space-size=8']

/** What a bundle takes, in a process of its own. */
function bundleTaken({ dataDir }: FilledSite): Taken {
  const program = [...memory, '--conditions=react-server', '--import', 'tsx', 'bench/export/make-edition.ts']
  const env = environmentWith({ MIROIR_DATA_DIR: dataDir, DATABASE_URL: '' })
  return JSON.parse(execFileSync(process.execPath, program, { env, encoding: 'utf8' })) as Taken
}

/** The slope of a straight line through points, by least squares. */
function slopeOf(points: readonly (readonly [number, number])[]): number {
  const mean = (place: 0 | 1) => points.reduce((sum, point) => sum + point[place], 0) / points.length
  const [x, y] = [mean(0), mean(1)]
  const over = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0)
  return over / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0)
}

const load = () => loadavg()[0]?.toFixed(2)
console.log(
  `load ${load()}, Node ${process.version}; medians of ${rounds}, both sides in turn; dump by ${dumpProgram}`,
)
try {
  const results: { readonly count: number; readonly seconds: number; readonly peakMiB: number }[] = []
  for (const size of sizes) {
    const site = await filledSite(folder, size)
    const [dumps, bundles]: [number[], Taken[]] = [[], []]
    for (let round = 0; round < rounds; round += 1) {
      dumps.push(dumpSeconds(site.file))
      bundles.push(bundleTaken(site))
    }
    rmSync(site.dataDir, { recursive: true, force: true })
    const dump = median(dumps)
    const seconds = median(bundles.map((taken) => taken.seconds))
    const peakMiB = median(bundles.map((taken) => taken.peakMiB))
    const [first] = bundles
    const perSecond = (taken: number) => Math.round(size / taken).toLocaleString('en')
    console.log(
      `${size.toLocaleString('en')} responses: bundle ${seconds.toFixed(2)} s, ${perSecond(seconds)} rows/s, ` +
        `${Math.round(peakMiB)} MiB; dump ${dump.toFixed(2)} s, ${perSecond(dump)} rows/s; ` +
        `${(dump / seconds).toFixed(3)} of the dump's rows/s; ${first?.bundleBytes} bytes; load ${load()}`,
    )
    results.push({ count: size, seconds, peakMiB })
  }
  const slope = slopeOf(results.map(({ count, seconds }) => [Math.log(count), Math.log(seconds)]))
  const [small, , large] = results
  const growth = (large?.peakMiB ?? Number.NaN) / (small?.peakMiB ?? Number.NaN)
  console.log(`slope ${slope.toFixed(2)}; memory ${growth.toFixed(2)} x from the smallest to the largest`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
