// npm run bench:pages: the questionnaire beside an empty page of the same build, and beside bare HTML.
import { cpus, loadavg } from 'node:os'
import type { Browser } from '@playwright/test'
import { serveBarePage } from './bare-page'
import { measureChoices, type Choices } from './choices'
import { countPresses } from './keyboard'
import { measureLoad, type Load } from './load'
import { launchBrowser } from './phone'
import { choicesTable, loadTable, pressesTable, respondents } from './results'
import { startSiteWithEmptyPage, type MeasuredSite } from './site-with-empty-page'

const runs = 5
const awake = 'form[data-awake]'

const load = () => `load ${(loadavg()[0] ?? 0).toFixed(2)}`

/** Measures the sides in turn, A B A B, after one turn that does not count. */
async function inTurn<Measure>(
  sides: Readonly<Record<string, () => Promise<Measure>>>,
): Promise<(side: string) => readonly Measure[]> {
  const measured = new Map<string, Measure[]>()
  for (let run = 0; run <= runs; run += 1) {
    for (const [side, measure] of Object.entries(sides)) {
      const measures = measured.get(side) ?? []
      const one = await measure()
      if (run > 0) measures.push(one)
      measured.set(side, measures)
    }
    if (run > 0) console.error(`run ${run} of ${runs}, ${load()}`)
  }
  return (side) => measured.get(side) ?? []
}

async function measureAll(browser: Browser, site: MeasuredSite): Promise<void> {
  console.log(`Chromium ${browser.version()}, Node ${process.version}, ${cpus().length} cores, ${load()}\n`)
  const loads = await inTurn<Load>({
    questionnaire: async () => measureLoad(browser, site.questionnaire, awake),
    empty: async () => measureLoad(browser, site.empty, 'p'),
  })
  console.log(`${loadTable(loads('questionnaire'), loads('empty'))}\n`)

  const bare = await serveBarePage(site.questionnaire)
  try {
    const choices = await inTurn<Choices>({
      questionnaire: async () => measureChoices(browser, site.questionnaire, awake),
      styled: async () => measureChoices(browser, bare.styled, 'fieldset'),
      plain: async () => measureChoices(browser, bare.plain, 'fieldset'),
    })
    console.log(`${choicesTable(choices('questionnaire'), choices('styled'), choices('plain'))}\n`)
  } finally {
    bare.stop()
  }

  const presses: number[] = []
  for (const respondent of respondents) {
    presses.push(await countPresses(browser, site.questionnaire, respondent))
  }
  console.log(`${pressesTable(presses)}\n\n${load()} at the end`)
}

console.error('Building a copy of the site that has an empty page too: this takes a minute.')
const site = await startSiteWithEmptyPage()
try {
  const browser = await launchBrowser()
  try {
    await measureAll(browser, site)
  } finally {
    await browser.close()
  }
} finally {
  await site.stop()
}
