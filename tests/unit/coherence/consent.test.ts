import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { consentVersion } from '@/lib/contribution/consent'
import { messages } from '../../support/messages'

/** What people have consented to, by version. A change of the words is a new version: add it, and keep the others. */
const wordsByVersion: Readonly<Record<string, string>> = {
  '2026-11': 'db4ad19054f096a0bc84c9a8b42f210efd61e2d7a0b48cf54238acc644d9e407',
  // Says what an anonymised response still tells, instead of "nobody can be recognised", and that what was shared stays.
  '2026-11.2': '437565fccb27bd063b9b7b2a4d36fa319ff5c429bdb85f0c6b6b9b87f0945a59',
}

test('the words of the consent are those of its version, in both languages', () => {
  const words = [messages.fr, messages.en].map((language) =>
    [...language].filter(([key]) => key.startsWith('consent.')),
  )
  const hash = createHash('sha256').update(JSON.stringify(words)).digest('hex')
  expect(hash).toBe(wordsByVersion[consentVersion])
})
