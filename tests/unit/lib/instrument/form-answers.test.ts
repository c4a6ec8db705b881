import { expect, test } from 'vitest'
import { answersFromForm } from '@/lib/instrument/form-answers'

function form(...entries: [string, string | Blob][]): FormData {
  const data = new FormData()
  for (const [name, value] of entries) data.append(name, value)
  return data
}

test('reads single and multiple choices', () => {
  const sent = form(
    ['ageBand', 'under35'],
    ['topicsUsed', 'stress'],
    ['topicsUsed', 'anxiety'],
    ['benefits', 'none'],
  )
  expect(answersFromForm(sent)).toEqual({
    ok: true,
    answers: { ageBand: 'under35', topicsUsed: ['anxiety', 'stress'], benefits: ['none'] },
  })
})

test('"prefer not to say" is no answer', () => {
  expect(answersFromForm(form(['ageBand', ''], ['topicsUsed', '']))).toEqual({ ok: true, answers: {} })
})

test.each([
  ['a field of another name', form(['name', 'Ada']), 'name', 'unknownItem'],
  [
    'two values for a single choice',
    form(['ageBand', 'under35'], ['ageBand', 'from35']),
    'ageBand',
    'severalOptions',
  ],
  [
    '"prefer not to say" beside a choice',
    form(['topicsUsed', ''], ['topicsUsed', 'stress']),
    'topicsUsed',
    'exclusiveOption',
  ],
  ['a file', form(['ageBand', new Blob(['x'])]), 'ageBand', 'unknownOption'],
])('%s is refused by name', (_what, sent, field, reason) => {
  expect(answersFromForm(sent)).toEqual({ ok: false, problems: [{ field, reason }] })
})
