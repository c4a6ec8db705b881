// The records of a zip file around the compressed bytes of its files, for one that is written in one go: what is only known at the
// end of a file follows it. Source: PKWARE, APPNOTE.TXT 6.3.10, sections 4.3.7 to 4.3.16, 4.4.4 to 4.4.6 and 4.5.3.

/** A file of an archive, once it is written. */
export interface ZipEntry {
  readonly name: string
  /** Where its header begins in the archive, in bytes. */
  readonly start: number
  readonly crc32: number
  readonly compressedBytes: number
  readonly sizeBytes: number
}

/** How all files of an archive are written. */
export interface ZipFormat {
  /** The day of all files, `YYYY-MM-DD`: they are of its noon, as zip files have it, without a time zone. */
  readonly day: string
  /** Sizes and places of at least so many bytes are written as Zip64 has them. 2^32 - 1: those that 4 bytes cannot hold. */
  readonly zip64From: number
}

/** Whole numbers one after the other, the lowest byte first, each in so many bytes. */
function numbers(...fields: readonly (readonly [bytes: 2 | 4 | 8, number: number])[]): Buffer {
  return Buffer.concat(
    fields.map(([bytes, number]) => {
      const field = Buffer.alloc(8)
      field.writeBigUInt64LE(BigInt(number))
      return field.subarray(0, bytes)
    }),
  )
}

/** In place of a number that Zip64 has elsewhere. */
const elsewhere = { two: 0xff_ff, four: 0xff_ff_ff_ff } as const

const deflated = 8
const versions = { usual: 20, zip64: 45 } as const
/** Made on Unix, by version 6.3 of the format. */
const madeBy = (3 << 8) | 63
/** A file that its owner and group may write and all may read. */
const unixMode = 0o100_664

/** What the header and the directory say alike: sizes follow the file (bit 3), the name is UTF-8 (bit 11), method, noon, day. */
function common(day: string) {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const flags = (1 << 3) | (1 << 11)
  const noon = 12 << 11
  return [
    [2, flags],
    [2, deflated],
    [2, noon],
    [2, ((year - 1980) << 9) | (month << 5) | date],
  ] as const
}

/** Stands before the bytes of a file. */
export function localHeader(name: string, { day }: ZipFormat): Buffer {
  const utf8 = Buffer.from(name)
  return Buffer.concat([
    numbers(
      [4, 0x04_03_4b_50],
      [2, versions.usual],
      ...common(day),
      [4, 0],
      [4, 0],
      [4, 0],
      [2, utf8.length],
      [2, 0],
    ),
    utf8,
  ])
}

const isZip64 = ({ start, compressedBytes, sizeBytes }: ZipEntry, { zip64From }: ZipFormat) =>
  Math.max(start, compressedBytes, sizeBytes) >= zip64From

/** Stands after the bytes of a file. */
export function dataDescriptor(entry: ZipEntry, format: ZipFormat): Buffer {
  const bytes = isZip64(entry, format) ? 8 : 4
  return numbers(
    [4, 0x08_07_4b_50],
    [4, entry.crc32],
    [bytes, entry.compressedBytes],
    [bytes, entry.sizeBytes],
  )
}

/** What the directory at the end says of a file. */
function directoryRecord(entry: ZipEntry, format: ZipFormat): Buffer {
  const { start, crc32, compressedBytes, sizeBytes } = entry
  const utf8 = Buffer.from(entry.name)
  const large = isZip64(entry, format)
  const extra = large
    ? numbers([2, 1], [2, 24], [8, sizeBytes], [8, compressedBytes], [8, start])
    : Buffer.alloc(0)
  return Buffer.concat([
    numbers(
      [4, 0x02_01_4b_50],
      [2, madeBy],
      [2, large ? versions.zip64 : versions.usual],
      ...common(format.day),
      [4, crc32],
      [4, large ? elsewhere.four : compressedBytes],
      [4, large ? elsewhere.four : sizeBytes],
      [2, utf8.length],
      [2, extra.length],
      [2, 0],
      [2, 0],
      [2, 0],
      [4, unixMode * 0x1_00_00],
      [4, large ? elsewhere.four : start],
    ),
    utf8,
    extra,
  ])
}

/** The directory of all files, and the end of the archive. `start` is where it begins. */
export function directory(entries: readonly ZipEntry[], start: number, format: ZipFormat): Buffer {
  const records = Buffer.concat(entries.map((entry) => directoryRecord(entry, format)))
  const count = entries.length
  const large = start >= format.zip64From
  const zip64End = [
    numbers(
      [4, 0x06_06_4b_50],
      [8, 44],
      [2, madeBy],
      [2, versions.zip64],
      [4, 0],
      [4, 0],
      [8, count],
      [8, count],
      [8, records.length],
      [8, start],
    ),
    numbers([4, 0x07_06_4b_50], [4, 0], [8, start + records.length], [4, 1]),
  ]
  const end = numbers(
    [4, 0x06_05_4b_50],
    [2, 0],
    [2, 0],
    [2, large ? elsewhere.two : count],
    [2, large ? elsewhere.two : count],
    [4, large ? elsewhere.four : records.length],
    [4, large ? elsewhere.four : start],
    [2, 0],
  )
  return Buffer.concat([records, ...(large ? zip64End : []), end])
}
