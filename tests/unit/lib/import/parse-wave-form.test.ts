import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseWaveForm, sourceInput, waveInputs } from '@/lib/import/parse-wave-form'
import { waveDescription, waveSources } from '@/lib/waves/wave-document'

const source = (place: number, more: Readonly<Record<string, string>> = {}) => {
  const parts = {
    publisher: 'DSIH',
    title: 'Essor',
    url: 'https://dsih.fr/1',
    publishedOn: '2026-12-15',
    ...more,
  }
  return Object.fromEntries(
    Object.entries(parts).map(([part, text]) => [sourceInput(place, part as 'publisher'), text]),
  )
}

const typed = {
  id: '2026-12',
  commissionedBy: 'MentalTech',
  conductedBy: 'Ifop',
  publishedOn: '2026-12-10',
  ...source(0),
}

const parsed = (more: Readonly<Record<string, string>> = {}) => parseWaveForm({ ...typed, ...more }, null)

const nothingElse = {
  name: null,
  description: null,
  sampleSize: null,
  fieldStart: null,
  fieldEnd: null,
  mode: null,
  lastDay: null,
}

describe('a wave', () => {
  test('needs its month, who ordered and made it, when it was published, and a source', () => {
    expect(parsed()).toEqual({
      ok: true,
      wave: {
        id: '2026-12',
        commissionedBy: 'MentalTech',
        conductedBy: 'Ifop',
        publishedOn: '2026-12-10',
        ...nothingElse,
      },
      sources: [
        {
          id: 'source-1',
          publisher: 'DSIH',
          title: 'Essor',
          url: 'https://dsih.fr/1',
          publishedOn: '2026-12-15',
        },
      ],
    })
    expect(parseWaveForm({}, null)).toEqual({
      ok: false,
      problems: {
        id: 'empty',
        publishedOn: 'empty',
        commissionedBy: 'empty',
        conductedBy: 'empty',
        [sourceInput(0, 'publisher')]: 'noSource',
      },
    })
  })

  test('may have more', () => {
    const more = {
      name_fr: ' Adolescents ',
      name_en: 'Teenagers',
      description_fr: 'Quotas',
      description_en: 'Quotas',
      sampleSize: '2 012',
      fieldStart: '2026-11-01',
      fieldEnd: '2026-11-30',
      mode: 'online',
      lastDay: '2027-06-30',
    }
    expect(parsed(more)).toMatchObject({
      ok: true,
      wave: {
        name: { fr: 'Adolescents', en: 'Teenagers' },
        description: { fr: 'Quotas', en: 'Quotas' },
        sampleSize: 2012,
        fieldStart: '2026-11-01',
        fieldEnd: '2026-11-30',
        mode: 'online',
        lastDay: '2027-06-30',
      },
    })
  })

  test('that is there keeps its month, whatever is sent', () => {
    expect(parseWaveForm({ ...typed, id: '1999-01' }, '2025-12')).toMatchObject({ wave: { id: '2025-12' } })
  })

  test.each([
    ['id', '2026', 'notMonth'],
    ['id', '2026-13', 'notMonth'],
    ['id', '../admin', 'notMonth'],
    ['publishedOn', '10/12/2026', 'notDay'],
    ['publishedOn', '2026-02-30', 'notDay'],
    ['fieldStart', 'hier', 'notDay'],
    ['lastDay', '2026', 'notDay'],
    ['sampleSize', '0', 'notCount'],
    ['sampleSize', 'mille', 'notCount'],
    ['sampleSize', '-5', 'notCount'],
    ['sampleSize', '1,5', 'notCount'],
    ['sampleSize', '12.34', 'notCount'],
    ['commissionedBy', 'x'.repeat(201), 'tooLong'],
    ['commissionedBy', ' \u200B ', 'empty'],
    [sourceInput(0, 'url'), 'javascript:alert(1)', 'notAddress'],
    [sourceInput(0, 'url'), '', 'empty'],
    [sourceInput(0, 'publishedOn'), '', 'empty'],
    [sourceInput(0, 'title'), '', 'empty'],
  ])('is refused: %s "%s"', (name, text, problem) => {
    expect(parsed({ [name]: text })).toEqual({ ok: false, problems: { [name]: problem } })
  })

  test.each(['1 003', '1\u202F003', '1.003', '1,003', '1003'])(
    'takes as many people as "%s" says',
    (sampleSize) => {
      expect(parsed({ sampleSize })).toMatchObject({ wave: { sampleSize: 1003 } })
    },
  )

  test('is refused where the last day comes before the first, or one language is missing', () => {
    expect(parsed({ fieldStart: '2026-11-30', fieldEnd: '2026-11-01' })).toMatchObject({
      problems: { fieldEnd: 'order' },
    })
    expect(parsed({ name_fr: 'Adolescents' })).toMatchObject({ problems: { name_en: 'otherLanguage' } })
    expect(parsed({ description_en: 'Quotas' })).toMatchObject({
      problems: { description_fr: 'otherLanguage' },
    })
  })
})

describe('sources', () => {
  test('keep the ids that figures cite, and new ones get others', () => {
    const result = parsed({ ...source(0, { id: 'source-1' }), ...source(1), ...source(4) })
    expect(result.ok && result.sources.map(({ id }) => id)).toEqual(['source-1', 'source-2', 'source-3'])
  })

  test('of one id are told apart', () => {
    const result = parsed({ ...source(0, { id: 'source-1' }), ...source(1, { id: 'source-1' }) })
    expect(result.ok && result.sources.map(({ id }) => id)).toEqual(['source-1', 'source-2'])
  })

  test('stay where figures were read in them', () => {
    const emptied = source(0, { id: 'dsih-1', publisher: '', title: '', url: '', publishedOn: '' })
    const sent = { ...typed, ...emptied, ...source(1, { id: 'dsih-2' }) }
    expect(parseWaveForm(sent, '2026-12', new Set(['dsih-1']))).toEqual({
      ok: false,
      problems: { [sourceInput(0, 'publisher')]: 'cited' },
    })
    expect(parseWaveForm(sent, '2026-12', new Set(['dsih-2']))).toMatchObject({ ok: true })
  })

  test('go where all of their fields are emptied', () => {
    const emptied = source(0, { publisher: '', title: ' ', url: '', publishedOn: '' })
    const result = parsed({ ...emptied, ...source(1, { id: 'dsih-2' }) })
    expect(result.ok && result.sources.map(({ id }) => id)).toEqual(['dsih-2'])
  })
})

test('whatever is typed, what is taken is what a wave may be', () => {
  const names = ['id', ...waveInputs, ...[0, 1].flatMap((place) => Object.keys(source(place, { id: '' })))]
  const text = fc.oneof(fc.string(), fc.constantFrom('2026-12', '2026-12-10', 'https://a.fr', 'online', '12'))
  const sent = fc.dictionary(fc.constantFrom(...names), text)
  fc.assert(
    fc.property(sent, (given) => {
      const result = parseWaveForm({ ...typed, ...given }, null)
      if (!result.ok) {
        expect(Object.keys(result.problems)).not.toEqual([])
        return
      }
      expect(waveDescription.safeParse(result.wave).success).toBe(true)
      expect(waveSources.safeParse([...result.sources]).success).toBe(true)
    }),
  )
})
