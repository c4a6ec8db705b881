import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileOfForm } from '@/lib/import/form-file'
import { formOfRecord } from '@/lib/import/form-of-record'
import { recordsOf } from '@/lib/import/lines/line'
import { readFigureFile } from '@/lib/import/read-figure-file'
import { figureRecord } from '@/lib/waves/figure-record'
import { context } from '@/tests/support/import/context'
import { arbitraryRecord } from '@/tests/support/import/records'

test('a figure that is put into a form, and read again, is the same', () => {
  fc.assert(
    fc.property(arbitraryRecord, (record) => {
      const file = readFigureFile(fileOfForm(formOfRecord(record)), context)
      expect(file.problems).toEqual([])
      expect(recordsOf(file.lines).map((each) => figureRecord.parse(each))).toEqual([
        figureRecord.parse(record),
      ])
    }),
  )
})
