import localFont from 'next/font/local'

/**
 * Atkinson Hyperlegible Next, drawn for people with low vision; its Latin part holds French and English. `optional`: a
 * face that comes late is used on the next page, and never moves text that is being read.
 */
export const textFont = localFont({
  src: '../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  variable: '--font-text',
  weight: '200 800',
  display: 'optional',
  adjustFontFallback: 'Arial',
})
