import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { SeparateTexts } from '@/components/ui/separate-texts'

it('puts each text into an element of its own, and leaves elements as they are', () => {
  const rich = ['before ', <b key="b">inside</b>, ' after']
  expect(renderToStaticMarkup(<SeparateTexts>{rich}</SeparateTexts>)).toBe(
    '<span>before </span><b>inside</b><span> after</span>',
  )
  expect(renderToStaticMarkup(<SeparateTexts>alone</SeparateTexts>)).toBe('<span>alone</span>')
})
