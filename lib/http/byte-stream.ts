import type { Readable } from 'node:stream'

/**
 * The body of an answer from a stream of Node's. Bytes are read as the client takes them; a client that goes away destroys the
 * stream, and with it what it reads. What the stream fails with breaks the answer off.
 *
 * Not `Readable.toWeb`: where a client goes away in the middle of a piece, it throws what nobody can catch.
 */
export function byteStream(source: Readable): ReadableStream<Uint8Array> {
  const pieces = source.iterator() as AsyncIterator<Uint8Array, undefined>
  return new ReadableStream(
    {
      pull: async (controller) => {
        const next = await pieces.next()
        if (next.done === true) controller.close()
        else controller.enqueue(next.value)
      },
      cancel: () => {
        source.destroy()
      },
    },
    { highWaterMark: 0 },
  )
}
