import { describe, expect, test } from 'vitest'
import { databaseAddress } from '@/lib/db/engine/address'
import { databaseErrorFrom } from '@/lib/db/engine/failures'
import { kindOfError } from '@/lib/log'

/** An error of a driver, as Prisma wraps it where a query fails, and as its adapter throws it elsewhere. */
const wrapped = (originalCode: string, kind: string) => [
  Object.assign(new Error('Prisma'), {
    code: 'P2010',
    meta: { driverAdapterError: { cause: { originalCode, kind, originalMessage: '' } } },
  }),
  Object.assign(new Error('adapter'), { cause: { originalCode, kind, originalMessage: '' } }),
]

describe.each([
  ['file:/srv/miroir.db', 'sqlite'],
  ['postgresql://db.example/miroir', 'postgres'],
])('on %s', (url, kind) => {
  const codes = {
    sqlite: [
      ['SQLITE_FULL', 'full'],
      ['SQLITE_IOERR_WRITE', 'unreadable'],
      ['SQLITE_READONLY', 'unreadable'],
      ['SQLITE_BUSY', 'locked'],
      ['SQLITE_CONSTRAINT_CHECK', undefined],
      ['SQLITE_TOOBIG', undefined],
    ],
    postgres: [
      ['53100', 'full'],
      ['53200', 'unreadable'],
      ['53300', 'locked'],
      ['58030', 'unreadable'],
      ['XX000', undefined],
      ['22P02', undefined],
    ],
  }[kind] as [string, string | undefined][]

  test.each(codes)('%s is %s, and the log names the code', (code, expected) => {
    for (const error of wrapped(code, kind)) {
      const told = databaseErrorFrom(error, databaseAddress(url)) ?? error
      expect(kindOfError(told)).toEqual({
        error: expected === undefined ? 'Error' : 'DatabaseError',
        ...(expected !== undefined && { kind: expected }),
        code,
      })
    }
  })
})
