// npm run bench:pages: the questionnaire in a browser, beside an empty page of the same build and beside bare HTML; and what the
// server answers in a second, beside its limits. `-- browser` or `-- server` measures only one of both.
import { cpus } from 'node:os'
import type { Browser } from '@playwright/test'
import { serveBarePage } from './bare-page'
import { measureChoices, type Choices } from './choices'
import { inTurn, load } from './in-turn'
import { countPresses } from './keyboard'
import { measureLoad, type Load } from './load'
import { launchBrowser } from './phone'
import { choicesTable, loadTable, pressesTable, respondents } from './results'
import { measureServer } from './server/measure-server'
import { startSiteWithEmptyPage, type MeasuredSite } from './site-with-empty-page'

const awake = 'form[data-awake]'

async function measureInBrowser(browser: Browser, site: MeasuredSite): Promise<void> {
  console.log(`Chromium ${browser.version()}, ${load()}\n`)
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

const parts = process.argv.length > 2 ? process.argv.slice(2) : ['browser', 'server']
console.error('Building a copy of the site that has other pages too: this takes a minute.')
const site = await startSiteWithEmptyPage()
try {
  console.log(`Node ${process.version}, ${cpus().length} cores, ${load()}\n`)
  if (parts.includes('server')) await measureServer(site)
  if (parts.includes('browser')) {
    const browser = await launchBrowser()
    try {
      await measureInBrowser(browser, site)
    } finally {
      await browser.close()
    }
  }
} finally {
  await site.stop()
}
