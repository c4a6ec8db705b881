/** What is not seen, and stands in texts that were copied from elsewhere: zero-width signs and soft hyphens. */
const unseen = /[\u00ad\u200b-\u200f\u2060\ufeff]/g

/** The mark of a footnote at the end of a text: a raised digit or letter, a star, a dagger, `(1)`, `[a]`. */
const footnote = /(?:[¹²³⁰⁴-⁹ᵃᵇᶜᵈᵉ†‡*]|\(\d{1,2}\)|\[\w{1,2}\])$/u

/** Nobody hangs more on a word; and the time that a cell takes does not depend on what is in it. */
const mostMarks = 8

/** A text without what is not seen, and without spaces around it. Spaces within it stay as they are. */
export const visible = (text: string) => text.replaceAll(unseen, '').trim()

/** A text and the mark of a footnote that was glued to it. */
export function splitMark(given: string): { readonly text: string; readonly mark: string } {
  const text = visible(given)
  let rest = text
  for (let marks = 0; marks < mostMarks; marks += 1) {
    const [mark] = footnote.exec(rest.slice(-4)) ?? []
    if (mark === undefined) break
    rest = rest.slice(0, rest.length - mark.length).trimEnd()
  }
  // A mark alone is a value: `*` is a share that is below rounding.
  return rest === '' ? { text, mark: '' } : { text: rest, mark: text.slice(rest.length).trim() }
}

/** A title or label as it is compared: without footnote, case, accents and signs; `sharePercent` is two words. */
export const plain = (text: string) =>
  splitMark(text)
    .text.replaceAll(/(?<=\p{Ll})(?=\p{Lu}\p{Ll})/gu, ' ')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/œ/g, 'oe')
    .replaceAll(/[^\p{L}\p{N}%+<]+/gu, ' ')
    .trim()
