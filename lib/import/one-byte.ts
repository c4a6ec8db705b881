/** The two encodings of one byte a character in which French tables are still saved. */
export type OneByteEncoding = 'windows-1252' | 'macintosh'

/**
 * The text of bytes in such an encoding: every byte stands for a character. As a stream, since Node 20 and some later ones take
 * Windows-1252 for Latin-1 where all is decoded at once; there is nothing that a stream would keep back.
 */
export const decodeOneByte = (bytes: Uint8Array, encoding: OneByteEncoding) =>
  new TextDecoder(encoding).decode(bytes, { stream: true })
