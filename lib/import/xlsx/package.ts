import { unzipSync, type UnzipFileInfo } from 'fflate'
import { limits } from '../limits'
import { notice, type Problem } from '../notices'

/** The parts of a workbook that are read, as texts. */
export type Parts = ReadonlyMap<string, string>

const isRead = (name: string) =>
  /^(?:\[Content_Types\]\.xml|xl\/(?:workbook|styles|sharedStrings)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/i.test(
    name,
  )

/** What an archive is by the names in it, where that is no workbook that can be read. */
function otherKind(names: readonly string[]): Problem | null {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name))
  if (has(/^xl\/vbaProject\.bin$/i)) return notice('macros')
  if (has(/^xl\/workbook\.bin$/i)) return notice('oldExcel')
  if (has(/^content\.xml$/i) && has(/^mimetype$/i)) return notice('openDocument')
  return has(/^xl\/workbook\.xml$/i) ? null : notice('otherArchive')
}

/**
 * The parts of an archive. Sizes are those that the archive states, and no part is unpacked beyond what it states: an archive that
 * would fill the memory is refused before.
 */
export function unpack(bytes: Uint8Array): Parts | Problem {
  const names: string[] = []
  let unpackedBytes = 0
  const filter = ({ name, originalSize }: UnzipFileInfo) => {
    names.push(name)
    if (!isRead(name)) return false
    unpackedBytes += originalSize
    return unpackedBytes <= limits.unpackedBytes
  }
  try {
    const files = unzipSync(bytes, { filter })
    const other = otherKind(names)
    if (other !== null) return other
    if (unpackedBytes > limits.unpackedBytes) {
      return notice('unpackedTooLarge', { megabytes: limits.unpackedBytes / 1_000_000 })
    }
    return new Map(Object.entries(files).map(([name, part]) => [name, new TextDecoder().decode(part)]))
  } catch {
    return notice('damagedArchive')
  }
}
