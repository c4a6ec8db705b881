import { packedSize } from '@/lib/records/packed-answers'

// What is put down of a response while an edition is made: its packed answers, the number of its equivalence class, whether it
// has entered an earlier edition, and its id. The file is deleted with the edition made.

const classAt = packedSize
const enteredAt = classAt + 4
const idAt = enteredAt + 1
const idBytes = 16

/** Bytes of a work record. */
export const workRecordBytes = idAt + idBytes

/** A work record apart from its packed answers. */
export interface WorkRecord {
  readonly classNumber: number
  readonly hasEntered: boolean
  /** A UUID, in small letters. */
  readonly id: string
}

const idBytesAt = (records: DataView, offset: number) =>
  Buffer.from(records.buffer, records.byteOffset + offset + idAt, idBytes)

/** Writes what stands behind the packed answers of the record that begins at `offset`. */
export function putWorkRecord(
  records: DataView,
  offset: number,
  { classNumber, hasEntered, id }: WorkRecord,
): void {
  records.setUint32(offset + classAt, classNumber)
  records.setUint8(offset + enteredAt, hasEntered ? 1 : 0)
  idBytesAt(records, offset).write(id.replaceAll('-', ''), 'hex')
}

/** The number of the equivalence class of the record that begins at `offset`. */
export const classNumberAt = (records: DataView, offset: number): number =>
  records.getUint32(offset + classAt)

/** Whether the record that begins at `offset` has entered an earlier edition. */
export const hasEnteredAt = (records: DataView, offset: number): boolean =>
  records.getUint8(offset + enteredAt) === 1

/** The id of the record that begins at `offset`. */
export function idOfRecord(records: DataView, offset: number): string {
  const digits = idBytesAt(records, offset).toString('hex')
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20),
  ].join('-')
}
