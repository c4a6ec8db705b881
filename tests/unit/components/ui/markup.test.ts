import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markup } from '@/components/ui/markup'

test('texts and attributes are escaped, and markup is not escaped again', () => {
  const inner = markup`<b>${'1 < 2 & "3"'}</b>`
  expect(markup`<p title="${`it's`}">${inner}${null}${[inner, markup`${4}`]}</p>`.html).toBe(
    '<p title="it&#39;s"><b>1 &lt; 2 &amp; &quot;3&quot;</b><b>1 &lt; 2 &amp; &quot;3&quot;</b>4</p>',
  )
})

test('no text can open an element or end an attribute', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(markup`${text}`.html).not.toMatch(/[<>"']/)
    }),
  )
})
