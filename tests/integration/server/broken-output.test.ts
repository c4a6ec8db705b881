import { expect, test } from 'vitest'
import { startSite } from '../../support/running-site'

test('the site goes on when nobody reads what it prints, and it has something to print', async () => {
  const site = await startSite()
  try {
    site.stopReading()
    for (let asked = 0; asked < 3; asked += 1) {
      // The framework prints that it does not know the action.
      const form = new FormData()
      form.append('$ACTION_ID_00', '')
      const signal = AbortSignal.timeout(5000)
      const refused = await fetch(`${site.url}/fr/questionnaire`, { method: 'POST', body: form, signal })
      expect(refused.status).toBeLessThan(500)
    }
    expect((await fetch(`${site.url}/fr`, { signal: AbortSignal.timeout(5000) })).status).toBe(200)
  } finally {
    await site.stop()
  }
})
