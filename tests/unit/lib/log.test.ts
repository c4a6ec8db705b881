import { expect, test } from 'vitest'
import { DatabaseError } from '@/lib/errors'
import { kindOfError } from '@/lib/log'

const driver = (originalCode: string) => ({
  cause: { originalCode, originalMessage: 'secret', kind: 'sqlite' },
})
const failed = (properties: object) => Object.assign(new Error('secret'), properties)

test.each([
  [new Error('secret'), { error: 'Error' }],
  [new TypeError('secret'), { error: 'TypeError' }],
  ['secret', { error: 'string' }],
  [null, { error: 'object' }],
  [failed({ code: 'ENOSPC' }), { error: 'Error', code: 'ENOSPC' }],
  [failed({ code: 28 }), { error: 'Error' }],
  [failed({ code: 'secret: a@b.example' }), { error: 'Error' }],
  // Of an adapter's own error, of Prisma's around one, and of ours around that.
  [
    failed({ name: 'DriverAdapterError', ...driver('SQLITE_IOERR_WRITE') }),
    { error: 'DriverAdapterError', code: 'SQLITE_IOERR_WRITE' },
  ],
  [
    failed({ code: 'P2010', meta: { driverAdapterError: driver('53100') } }),
    { error: 'Error', code: '53100' },
  ],
  [failed({ code: 'P2002', meta: { target: ['id'] } }), { error: 'Error', code: 'P2002' }],
  [
    new DatabaseError('full', 'secret', { cause: failed(driver('SQLITE_FULL')) }),
    { error: 'DatabaseError', kind: 'full', code: 'SQLITE_FULL' },
  ],
  [new DatabaseError('missing', 'secret'), { error: 'DatabaseError', kind: 'missing' }],
])('of an error its kind is told, and never its words: %o', (error, expected) => {
  expect(kindOfError(error)).toEqual(expected)
})

test('an error that is its own cause is told too', () => {
  const error = failed({ code: 'ELOOP' })
  Object.assign(error, { cause: error })
  expect(kindOfError(error)).toEqual({ error: 'Error', code: 'ELOOP' })
})
