import { expect, test } from 'vitest'
import { formRefusal } from '@/lib/http/form-replies'

const refusal = formRefusal<object>('contribution', 'takePart')
const byScript = new Request('http://localhost/api/contribution', { headers: { accept: 'application/json' } })

test.each([
  // For how long is known.
  [503, { retryMinutes: 60 }, '3600'],
  [429, { retryMinutes: 7 }, '420'],
  // It is not: soon.
  [503, { retryMinutes: 0 }, '30'],
  [503, {}, '30'],
  // Sending the same again is of no use.
  [422, { retryMinutes: 0 }, null],
  [400, {}, null],
])('a form that is refused with %i and %j may be sent again after %s seconds', (status, refused, seconds) => {
  const response = refusal.answer(byScript, status, refused)
  expect([response.status, response.headers.get('retry-after')]).toEqual([status, seconds])
  expect(response.headers.get('cache-control')).toBe('no-store')
})
