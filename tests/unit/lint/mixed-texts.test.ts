import { describe, expect, it } from 'vitest'
import { projectComponents, readComponents } from '@/tests/support/jsx/component-files'
import { mixedTexts } from '@/tests/support/jsx/mixed-texts'

it('no text that may change stands beside something else', () => {
  expect(mixedTexts(projectComponents())).toEqual({})
})

const found = (sources: Readonly<Record<string, string>>) =>
  mixedTexts(readComponents(new Map(Object.entries(sources))))

/** What is found in a component that draws this, with these helpers around it. */
const foundIn = (drawn: string, around = '') =>
  found({
    'components/a.tsx': `'use client'
      interface Props { readonly text: string; readonly slot: ReactNode; readonly children: ReactNode }
      ${around}
      export function A({ text, slot, children, isOn, list }: Props) { return ${drawn} }`,
  })['components/a.tsx'] ?? []

describe('a text beside something else is found', () => {
  it.each([
    ['beside an element', '<h2><span>{text}</span>{text}</h2>'],
    ['written out', '<p>Step <b>{text}</b></p>'],
    ['beside another text', '<p>{text}{text}</p>'],
    ['with a space', '<p>{text} </p>'],
    ['that comes and goes', "<p><b />{isOn && 'text'}</p>"],
    ['or an element', "<p><b />{isOn ? <i /> : 'text'}</p>"],
    ['or nothing', '<p><b />{isOn ? null : text}</p>'],
    ['a number', '<p><b />{list.length}</p>'],
    ['from a list', '<p>{list.map((each) => each.name)}</p>'],
    ['between elements of a rich text', "<p>{t.rich('key', { b: (words) => <b>{words}</b> })}</p>"],
    ['in a fragment', '<><b />{text}</>'],
    ['in a fragment among elements', '<p><b /><>{text}</></p>'],
    ['in what a component is given', '<B><b />{text}</B>'],
    ['a space beside what comes and goes', '<p><b /> {isOn && <i />}</p>'],
  ])('%s', (_, drawn) => {
    expect(foundIn(drawn)).toHaveLength(1)
  })

  it.each([
    ['a component that draws a text', '<p><b /><B /></p>', 'function B() { return words }'],
    ['a component that may', '<p><b /><B /></p>', "function B({ x }) { if (x) return <b />; return 'text' }"],
    ['a component in memo', '<p><b /><B /></p>', 'const B = memo(function Inner({ x }) { return x })'],
    ['a helper', '<p><b />{help()}</p>', 'const help = () => words'],
    ['a name for a text', '<p><b />{name}</p>', "const name = isOn ? 'text' : null"],
    ['a slot', '<B slot={text} />', 'function B({ slot }: Props) { return <p><b />{slot}</p> }'],
    ['children', '<B>{text}</B>', 'function B({ children }: Props) { return <p><b />{children}</p> }'],
    [
      'children that are handed on',
      '<C>{text}</C>',
      `function B({ children }: Props) { return <p><b />{children}</p> }
       function C({ children }: Props) { return <B>{children}</B> }`,
    ],
  ])('from %s', (_, drawn, around) => {
    expect(foundIn(drawn, around)).toHaveLength(1)
  })
})

describe('not found', () => {
  it.each([
    ['a text alone', '<p>{text}</p>'],
    ['an empty or another text', "<p>{isOn ? text : ''}</p>"],
    ['a text or an element, alone', '<p>{isOn ? text : <b />}</p>'],
    ['elements that come and go', '<div>{isOn && <p>{text}</p>}<p />{isOn ? <b /> : null}</div>'],
    ['a list of elements', '<ul><li />{list.map((each) => <li key={each}>{each}</li>)}</ul>'],
    ['a space between elements that stay', '<p><b>{text}</b> <i>{text}</i></p>'],
    ['a slot for elements', '<div><p />{slot}{children}</div>'],
    ['a joined list', "<p>{list.map((each) => each.name).join(' · ')}</p>"],
    ['a comment', '<p>{/* why */}{text}</p>'],
    ['separate texts', "<p><b /><SeparateTexts>{t.rich('key')}</SeparateTexts></p>"],
  ])('%s', (_, drawn) => {
    expect(foundIn(drawn)).toEqual([])
  })
})

describe('files whose elements may change', () => {
  const mixed = 'export const Mixed = ({ text }) => <p><b />{text}</p>'
  const page = (imports: string) => `${imports}\nexport default function Page() { return <Mixed /> }`

  it('a page that is only loaded is not among them', () => {
    expect(
      found({ 'components/m.tsx': mixed, 'app/page.tsx': page("import { Mixed } from '@/components/m'") }),
    ).toEqual({})
  })

  it('a page that calls the server is, with all that it shows', () => {
    const sources = {
      'components/m.tsx': mixed,
      'app/act.ts': "'use server'\nexport async function act() {}",
      'app/page.tsx': page("import { Mixed } from '@/components/m'\nimport { act } from './act'"),
    }
    expect(Object.keys(found(sources))).toEqual(['components/m.tsx'])
  })

  it('what a script of the browser takes is', () => {
    const sources = {
      'components/m.tsx': mixed,
      'components/c.tsx': `'use client'\n${page("import { Mixed } from './m'")}`,
    }
    expect(Object.keys(found(sources))).toEqual(['components/m.tsx'])
  })
})
