import { describe, expect, it } from 'vitest'
import { notedHeadText, parseNotedHead } from '@/lib/audit/noted-head'

describe('a noted head', () => {
  const lastHash = 'a1'.repeat(32)

  it('is read as it was written', () => {
    expect(parseNotedHead(notedHeadText({ entryCount: 120, lastHash }))).toEqual({
      entryCount: 120,
      lastHash,
    })
  })

  it.each(['', '12', `0:${lastHash}`, `-1:${lastHash}`, `12:${lastHash}0`, `12:${lastHash.toUpperCase()}`])(
    'is none where the text is %j',
    (text) => {
      expect(parseNotedHead(text)).toBeNull()
    },
  )
})
