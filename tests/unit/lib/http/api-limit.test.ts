import { expect, test } from 'vitest'
import { createApiLimit } from '@/lib/http/api-limit'

test('an address may ask so often in a minute, and is told how often it still may', async () => {
  const limit = createApiLimit('read', 3)
  const answers = []
  for (let time = 0; time < 5; time += 1) answers.push(await limit.ask('192.0.2.1'))
  expect(answers.map(({ isGranted }) => isGranted)).toEqual([true, true, true, false, false])
  expect(answers.map(({ headers }) => headers['RateLimit'])).toEqual([
    '"read";r=2;t=60',
    '"read";r=1;t=60',
    '"read";r=0;t=60',
    '"read";r=0;t=60',
    '"read";r=0;t=60',
  ])
  expect(answers[0]?.headers).toMatchObject({ 'RateLimit-Policy': '"read";q=3;w=60' })
  expect(answers[0]?.headers).not.toHaveProperty('Retry-After')
  expect(answers[3]?.headers).toHaveProperty('Retry-After', '60')
  expect((await limit.ask('192.0.2.2')).isGranted).toBe(true)
})
