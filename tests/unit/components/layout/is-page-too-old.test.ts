import { UnrecognizedActionError } from 'next/dist/client/components/unrecognized-action-error'
import { expect, it } from 'vitest'
import { isPageTooOld } from '@/components/layout/is-page-too-old'

const named = (name: string) => Object.assign(new Error('Failed to load chunk'), { name })

it('an action or a script that is not there any more tells that the site was built anew', () => {
  expect(isPageTooOld(new UnrecognizedActionError('not found'))).toBe(true)
  expect(isPageTooOld(named('ChunkLoadError'))).toBe(true)
})

it.each([new TypeError('Failed to fetch'), named('Error'), 'ChunkLoadError', null])(
  '%s tells nothing',
  (error) => {
    expect(isPageTooOld(error)).toBe(false)
  },
)
