import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { eraseDeleted } from '@/server/erase-deleted'
import { dailyWorkUnderWay, lastDailyWorkMs, startDailyWork } from '@/server/daily-job'
import { emptyPlace, makeSite } from '../../support/site-place'

// The last step of the daily work, which takes as long as a test wants.
vi.mock(import('@/server/erase-deleted'), () => ({ eraseDeleted: vi.fn<typeof eraseDeleted>() }))

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'performance'] })
  vi.spyOn(process.stdout, 'write').mockReturnValue(true)
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

test('daily work that takes longer than from one look to the next is done once; what failed is tried again after an hour', async () => {
  const place = emptyPlace()
  await makeSite(place, 1)
  let end = (_isDone: boolean) => undefined as void
  const promise = new Promise<boolean>((resolve) => {
    end = resolve
  })
  const last = vi.mocked(eraseDeleted).mockReturnValueOnce(promise).mockResolvedValue(true)
  startDailyWork(place.settings)
  await expect.poll(() => last.mock.calls.length, { timeout: 20_000 }).toBe(1)
  vi.advanceTimersByTime(5 * 60_000)
  end(false)
  await dailyWorkUnderWay()
  expect([last.mock.calls.length, lastDailyWorkMs()]).toEqual([1, null])

  vi.advanceTimersByTime(30 * 60_000)
  await dailyWorkUnderWay()
  expect(last).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(31 * 60_000)
  await dailyWorkUnderWay()
  expect(last).toHaveBeenCalledTimes(2)
  expect(lastDailyWorkMs()).not.toBeNull()
  vi.advanceTimersByTime(10 * 60_000)
  await dailyWorkUnderWay()
  expect(last).toHaveBeenCalledTimes(2)
})
