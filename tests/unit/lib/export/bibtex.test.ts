import { expect, test } from 'vitest'
import { bibtexEntry, bibtexText } from '@/lib/export/bibtex'

test('what BibTeX reads as a command is printed as it is', () => {
  expect(bibtexText('13 % des Français & co. {a_b} #1 $2 ~ ^ \\')).toBe(
    String.raw`13 \% des Français \& co. \{a\_b\} \#1 \$2 \textasciitilde{} \textasciicircum{} \textbackslash{}`,
  )
})

test('an entry has its key and one line for each field', () => {
  expect(bibtexEntry('wave:figure', { author: '{Ifop}', year: '2025' })).toBe(
    '@misc{wave:figure,\n  author = {{Ifop}},\n  year = {2025},\n}',
  )
})
