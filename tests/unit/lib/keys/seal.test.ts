import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openSeal, seal } from '@/lib/keys/seal'

const secret = 'a secret of the tests, which is long enough'
const part = (sealed: string, place: number) => sealed.split('.')[place] ?? ''

test('what was sealed is opened with the same secret alone', async () => {
  const sealed = await seal({ word: 'open' }, secret, 60)
  expect(await openSeal(sealed, secret)).toMatchObject({ word: 'open' })
  expect(await openSeal(sealed, `${secret}.`)).toBeNull()
})

test('the same content is sealed differently each time', async () => {
  const [one, other] = [await seal({ word: 'open' }, secret, 60), await seal({ word: 'open' }, secret, 60)]
  expect(part(one, 3)).not.toBe(part(other, 3))
})

test('whatever is changed of it, it cannot be opened', async () => {
  const sealed = await seal({ word: 'open' }, secret, 60)
  const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  // The last sign of a part may hold bits that stand for nothing.
  const places = Array.from(sealed).flatMap((sign, place) =>
    sign === '.' || [undefined, '.'].includes(sealed[place + 1]) ? [] : [place],
  )
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...places), fc.constantFrom(...signs.split('')), async (place, sign) => {
      fc.pre(sealed[place] !== sign)
      expect(await openSeal(sealed.slice(0, place) + sign + sealed.slice(place + 1), secret)).toBeNull()
    }),
  )
})

test('a text that is no seal, or says that it is sealed in another way, is not opened', async () => {
  const sealed = await seal({ word: 'open' }, secret, 60)
  const saying = (header: object) =>
    [Buffer.from(JSON.stringify(header)).toString('base64url'), ...sealed.split('.').slice(1)].join('.')
  for (const text of [
    '',
    '....',
    // As the site sealed cookies before.
    'Fe26.2*1*00*11*22*33*44*55~2',
    'eyJhbGciOiJub25lIn0.e30.',
    saying({ alg: 'none', enc: 'A256GCM' }),
    saying({ alg: 'PBES2-HS256+A128KW', enc: 'A256GCM', p2c: 2 ** 31 - 1, p2s: 'AAAA' }),
  ]) {
    expect(await openSeal(text, secret)).toBeNull()
  }
})
