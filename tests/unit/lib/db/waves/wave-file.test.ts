import { describe, expect, it } from 'vitest'
import { parseWaveFile } from '@/lib/db/waves/wave-file'

const source = { id: 's', publisher: 'DSIH', title: 't', url: 'https://a.fr/b', publishedOn: '2025-12-15' }
const wave = {
  id: '2025-12',
  name: null,
  description: null,
  commissionedBy: 'a',
  conductedBy: 'b',
  publishedOn: '2025-12-11',
  sampleSize: null,
  fieldStart: null,
  fieldEnd: null,
  mode: null,
  lastDay: null,
}

const read = (content: unknown) => parseWaveFile(JSON.stringify(content), 'wave.json')

describe('parseWaveFile', () => {
  it('reads a wave and its sources', () => {
    expect(read({ ...wave, sources: [source] })).toEqual({ wave, sources: [source] })
    expect(read({ ...wave, sampleSize: 1500, sources: [source] }).wave.sampleSize).toBe(1500)
  })

  it.each([
    ['id', { ...wave, id: 'winter' }],
    ['commissionedBy', { ...wave, commissionedBy: '' }],
    ['publishedOn', { ...wave, publishedOn: '2025-02-30' }],
    ['sampleSize', { ...wave, sampleSize: 0 }],
    ['sampleSize', { ...wave, sampleSize: undefined }],
    ['lastDay', { ...wave, lastDay: '2026-02-30' }],
    ['lastDay', { ...wave, lastDay: undefined }],
    ['sources', { ...wave, sources: [] }],
    ['sources', { ...wave, sources: [source, source] }],
    ['sources.0.url', { ...wave, sources: [{ ...source, url: 'javascript:alert(1)' }] }],
    ['sources.0.publishedOn', { ...wave, sources: [{ ...source, publishedOn: '15/12/2025' }] }],
    ['the file', { ...wave, size: 3 }],
    ['the file', null],
  ])('names a bad %s', (field, content) => {
    const given = content === null ? null : { sources: [source], ...content }
    const problems = [expect.stringMatching(new RegExp(`^${field}: `))]
    expect(() => read(given)).toThrow(expect.objectContaining({ name: 'DataFileError', problems }))
  })

  it('refuses what is no JSON', () => {
    expect(() => parseWaveFile('{', 'wave.json')).toThrow(/wave.json was refused/)
  })
})
