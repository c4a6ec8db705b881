import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { consentVersion } from '@/lib/participation/consent'
import { messages } from '../../support/messages'

/** What people have consented to, by version. A change of the words is a new version: add it, and keep the others. */
const wordsByVersion: Readonly<Record<string, string>> = {
  '2026-11': 'db4ad19054f096a0bc84c9a8b42f210efd61e2d7a0b48cf54238acc644d9e407',
}

test('the words of the consent are those of its version, in both languages', () => {
  const words = [messages.fr, messages.en].map((language) =>
    [...language].filter(([key]) => key.startsWith('consent.')),
  )
  const hash = createHash('sha256').update(JSON.stringify(words)).digest('hex')
  expect(hash).toBe(wordsByVersion[consentVersion])
})
