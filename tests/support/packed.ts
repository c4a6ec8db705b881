import type { Answers } from '@/lib/instrument/answers'
import { packedSize } from '@/lib/records/packed-answers'
import { createResponsePacker } from '@/lib/records/response-packer'

const pack = createResponsePacker(() => true)

/** Valid answers, packed. Throws where they are not valid. */
export function packed(answers: Answers): Uint8Array {
  const bytes = new Uint8Array(packedSize)
  if (!pack(JSON.stringify(answers), bytes, 0)) throw new Error('these answers cannot be packed')
  return bytes
}
