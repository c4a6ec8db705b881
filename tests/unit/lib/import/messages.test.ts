import { expect, test } from 'vitest'
import { problemCodes, warningCodes } from '@/lib/import/notices'
import french from '@/messages/fr.json'

test('every problem and every warning has its sentence, and nothing else has', () => {
  expect(Object.keys(french.import.problems).toSorted()).toEqual([...problemCodes].toSorted())
  expect(Object.keys(french.import.warnings).toSorted()).toEqual([...warningCodes].toSorted())
})
