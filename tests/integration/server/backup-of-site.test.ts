import { expect, onTestFinished, test } from 'vitest'
import { contributionFields } from '@/components/contribution/form-fields'
import { openDatabase } from '@/lib/db/engine/client'
import { createContributor, sharedSecrets } from '../../support/contributor'
import { nameOperator } from '../../support/named-operator'
import { startSite, type RunningSite } from '../../support/running-site'
import { emptyPlace, variablesOf } from '../../support/site-place'
import { runProjectScript } from '../db/processes'

const withdraw = async (site: RunningSite, code: string) =>
  fetch(`${site.url}/api/withdrawal?locale=en`, {
    method: 'POST',
    body: new URLSearchParams({ [contributionFields.receipt]: code }),
    headers: { origin: site.url },
    redirect: 'manual',
  })

test('a backup is made of a site that serves; restored, it has everybody but those who withdrew since', async () => {
  const place = emptyPlace()
  const { settings, folder } = place
  const start = async () => {
    const site = await startSite({
      ...sharedSecrets,
      MIROIR_DATA_DIR: settings.dataDir,
      MIROIR_CONTRIBUTION_MINIMUM_SECONDS: '0',
    })
    onTestFinished(site.stop)
    return site
  }
  const run = async (script: string, ...parts: readonly string[]) =>
    runProjectScript(script, settings.databaseUrl, {
      variables: { ...sharedSecrets, ...variablesOf(place), INIT_CWD: folder },
      parts,
    })
  const site = await start()
  const opening = openDatabase(settings.databaseUrl)
  await nameOperator(opening)
  await opening.close()
  const people = await Promise.all(
    Array.from({ length: 6 }, async () => createContributor({ ageBand: 'from35' })),
  )
  for (const person of people) await person.contribute(site.url, await person.readForm(site.url))

  await expect(run('scripts/backup', 'backup.zip')).resolves.toMatchObject({ stderr: '' })
  const [left, stays] = people
  expect((await withdraw(site, left?.code ?? '')).headers.get('location')).toBe('/en/withdrawn')
  await expect(run('scripts/restore', 'backup.zip', '--force')).rejects.toMatchObject({
    code: 1,
    stderr: `The site of this place is running: stop it first. It answers at ${site.url}.\n`,
  })
  await site.stop()

  await expect(run('scripts/restore', 'backup.zip')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^There is a site already: the database \S+ with 5 responses, /),
  })
  const { stdout } = await run('scripts/restore', 'backup.zip', '--force')
  expect(stdout).toContain('Responses that were withdrawn since, and are withdrawn again: 1.')
  expect(stdout).toContain(`Start the site with \`MIROIR_DATA_DIR=${settings.dataDir} npm start\`.`)

  const again = await start()
  const stored = await openDatabase(settings.databaseUrl).run(async (client) => client.response.findMany())
  expect(stored).toHaveLength(5)
  expect(stored.map(({ receiptHash }) => receiptHash)).not.toContain(left?.receiptHash)
  // Their codes still work, that of the one who withdrew is of no more use.
  expect(await stays?.shownCode(again.url)).toBe(stays?.code)
  expect((await withdraw(again, left?.code ?? '')).status).toBe(422)
  expect((await withdraw(again, stays?.code ?? '')).headers.get('location')).toBe('/en/withdrawn')
}, 120_000)

test('the doctor asks the site that runs what address it believes it has', async () => {
  const place = emptyPlace()
  const variables = { MIROIR_DATA_DIR: place.settings.dataDir }
  const site = await startSite(variables)
  onTestFinished(site.stop)
  const ask = async (more: Record<string, string> = {}) =>
    (await runProjectScript('scripts/doctor/main', '', { variables: { ...variables, ...more } })).stdout
  const answer = await ask()
  expect(answer).toMatch(new RegExp(`^fine +server +It answers at ${site.url}\\.$`, 'm'))
  expect(answer).toMatch(
    new RegExp(
      `^warning +proxy +Asked directly, the site believes to be ${site.url}; of a proxy on this machine it believes what that says\\. Set MIROIR_URL`,
      'm',
    ),
  )
  // The settings of the doctor are not those of the site.
  expect(await ask({ MIROIR_URL: site.url.replace('localhost', '127.0.0.1') })).toMatch(
    /^warning +proxy +The site believes to be http:\/\/127\.0\.0\.1:\d+, and answers there, but answers travel unprotected/m,
  )
  expect(await ask({ MIROIR_URL: 'https://127.0.0.1:1' })).toMatch(
    /^warning +proxy +MIROIR_URL is https:\/\/127\.0\.0\.1:1, where no site answers from here/m,
  )
  await site.stop()
  expect(await ask()).toMatch(
    /^warning +server +No site of this data folder answers on this machine: start it with/m,
  )
}, 120_000)
