import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { copiedTables } from '@/lib/db/copy/tables'

/** What a copy leaves behind, on purpose. */
const left = ['lease', 'withdrawal']

it('every table is copied, unless it is left behind on purpose', () => {
  const models = [...readFileSync('prisma/schema.prisma', 'utf8').matchAll(/^model (\w)(\w*) \{/gm)]
  const names = models.map(([, first = '', rest = '']) => first.toLowerCase() + rest)
  const copied = copiedTables.map(({ model }) => model)
  expect([...copied, ...left].toSorted()).toEqual(names.toSorted())
})
