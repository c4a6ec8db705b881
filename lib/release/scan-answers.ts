import { packedBytes, packedSize, packers, unanswered } from '@/lib/records/packed-answers'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

const [openingBrace = 0, closingBrace, closingBracket, comma = 0, quotationMark] = bytesOf('{}],"')

const scanners = packers.map(({ item, offset, codeOf, exclusive }) => ({
  offset,
  exclusive,
  isMultiple: packedBytes[item.kind] > 1,
  // What stands before the first option.
  opening: bytesOf(`${JSON.stringify(item.id)}:${item.kind === 'single' ? '"' : '["'}`),
  // Options with the quotation mark that ends them: none is the beginning of another one.
  options: [...codeOf].map(([option, code]) => ({ bytes: bytesOf(`${String(option)}"`), code })),
}))

type Scanner = (typeof scanners)[number]

/** Room for the longest text that is scanned; a longer one is parsed. */
const text = Buffer.alloc(16_384)

/** Whether these bytes stand in the text at a place. */
function stands(bytes: Uint8Array, at: number): boolean {
  for (let place = 0; place < bytes.length; place += 1) {
    if (text[at + place] !== bytes[place]) return false
  }
  return true
}

/** Where the scanning is, and what was found there. */
const found = { at: 0, code: unanswered as number }

/** Takes the option that stands next into `found.code`. Returns its code; 0 where the catalogue knows none of it. */
function takeOption({ options }: Scanner): number {
  for (const { bytes, code } of options) {
    if (!stands(bytes, found.at)) continue
    found.at += bytes.length
    found.code |= code
    return code
  }
  return 0
}

/** Takes several options and the bracket after them. Returns whether they are a choice that the catalogue knows. */
function takeOptions(scanner: Scanner): boolean {
  for (let isFirst = true; ; isFirst = false) {
    const before = found.code
    const code = takeOption(scanner)
    if (code === 0 || (before & code) !== 0) return false
    const next = text[found.at]
    found.at += 1
    if ((code & scanner.exclusive) !== 0) return isFirst && next === closingBracket
    if (next === closingBracket) return true
    if (next !== comma || text[found.at] !== quotationMark) return false
    found.at += 1
  }
}

/**
 * Packs the text of answers as the database has it: JSON without white space, with the items in the catalogue's order. Returns false,
 * and leaves the bytes undefined, for other text, which need not be wrong, and for answers that `packAnswers` refuses. Leaves
 * answers to items that do not apply as they are. Several times as fast as parsing JSON and packing what comes of it.
 */
export function scanAnswers(stored: string, target: Uint8Array, offset: number): boolean {
  // As many bytes as characters: there is nothing but ASCII.
  if (stored.length >= text.length || text.write(stored) !== stored.length) return false
  if (stored === '{}') {
    target.fill(unanswered, offset, offset + packedSize)
    return true
  }
  // On what stands before each item: first the opening brace, then a comma.
  let before = openingBrace
  found.at = 0
  for (const scanner of scanners) {
    found.code = unanswered
    if (text[found.at] === before && stands(scanner.opening, found.at + 1)) {
      found.at += 1 + scanner.opening.length
      if (!(scanner.isMultiple ? takeOptions(scanner) : takeOption(scanner) !== 0)) return false
      before = comma
    }
    target[offset + scanner.offset] = found.code & 0xff
    if (scanner.isMultiple) target[offset + scanner.offset + 1] = found.code >> 8
  }
  return found.at > 0 && found.at === stored.length - 1 && text[found.at] === closingBrace
}
