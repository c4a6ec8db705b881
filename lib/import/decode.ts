import { notice, type Problem, type Warning } from './notices'
import { decodeOneByte, type OneByteEncoding } from './one-byte'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | OneByteEncoding

export interface Decoded {
  readonly text: string
  readonly encoding: Encoding
  readonly warnings: readonly Warning[]
}

const marks: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

function strictly(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** How much a text looks like French: letters with accents where they belong, and no signs in the midst of words. */
function likeliness(text: string): number {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  return (
    2 * count(/[àâäçéèêëîïôöùûüœ]/g) +
    count(/[’‘“”«»–—…€°\u00a0]|(?<!\p{Ll})[ÀÂÇÉÈÊÎÔŒ]/gu) -
    2 * count(/[^\p{ASCII}àâäçéèêëîïôöùûüœ’‘“”«»–—…€°\u00a0ÀÂÇÉÈÊÎÔŒ]/gu)
  )
}

function guessed(bytes: Uint8Array): Decoded {
  const windows = decodeOneByte(bytes, 'windows-1252')
  const mac = decodeOneByte(bytes, 'macintosh')
  const isMac = likeliness(mac) > likeliness(windows)
  return isMac
    ? { text: mac, encoding: 'macintosh', warnings: [notice('macRoman')] }
    : { text: windows, encoding: 'windows-1252', warnings: [notice('windows1252')] }
}

/**
 * The text of a file. UTF-8 and UTF-16 are told by their mark or are valid; else it is the one of Windows-1252 and Mac Roman that makes
 * more sense, which is said. What has bytes that no text has is refused.
 */
export function decode(bytes: Uint8Array): Decoded | Problem {
  const [marked] = marks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte)) ?? []
  const text = strictly(bytes, marked ?? 'utf-8')
  if (marked !== undefined && marked !== 'utf-8' && text === null) return notice('notText')
  const decoded = text === null ? guessed(bytes) : { text, encoding: marked ?? 'utf-8', warnings: [] }
  // A spreadsheet or a picture under another name.
  if (/[^\P{Cc}\s\u0080-\u009f]/u.test(decoded.text)) return notice('notText')
  const lost = decoded.text.match(/\ufffd/g)?.length ?? 0
  const warnings = lost === 0 ? [] : [notice('lostCharacters', { count: lost })]
  return { ...decoded, warnings: [...decoded.warnings, ...warnings] }
}
