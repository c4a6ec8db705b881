import type { IncomingMessage } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import Negotiator from 'negotiator'

/** The ways in which an answer can be sent, the shortest first. */
export const encodings = ['br', 'gzip', 'identity'] as const
export type Encoding = (typeof encodings)[number]

/** The bytes of an answer in each of its encodings. What compression does not make shorter is there as it is only. */
export type Bodies = ReadonlyMap<Encoding, Buffer>

/** What the name of a compressed file ends with. */
export const endings = { br: '.br', gzip: '.gz' } as const

const compressors = {
  br: async (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gzip: async (bytes: Buffer) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
}

/** Compresses as well as can be, which takes a tenth of a second for a long page. */
export async function compressed(bytes: Buffer): Promise<Bodies> {
  const [br, gz] = await Promise.all([compressors.br(bytes), compressors.gzip(bytes)])
  const shorter = ([, body]: readonly [Encoding, Buffer]) => body.length < bytes.length
  return new Map<Encoding, Buffer>([
    ...(
      [
        ['br', br],
        ['gzip', gz],
      ] as const
    ).filter(shorter),
    ['identity', bytes],
  ])
}

/** The encoding that a request likes best. One that takes none of them gets the answer as it is, as `compression` does it. */
export function negotiateEncoding(request: IncomingMessage, bodies: Bodies): Encoding {
  const available = encodings.filter((encoding) => bodies.has(encoding))
  return new Negotiator(request).encoding(available, { preferred: encodings }) ?? 'identity'
}
