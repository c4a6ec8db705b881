/** How many characters are sent at a time, at least. */
const leastChunk = 32_768

/**
 * The body of an answer from lines that end with a line break. Lines are asked for as the client takes them, so that memory
 * does not grow with their number; a client that goes away ends the asking. What `lines` throws breaks the answer off:
 * no client takes a part for the whole.
 */
export function lineStream(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream(
    {
      pull: async (controller) => {
        let chunk = ''
        while (chunk.length < leastChunk) {
          const next = await lines.next()
          if (next.done === true) {
            if (chunk !== '') controller.enqueue(encoder.encode(chunk))
            controller.close()
            return
          }
          chunk += next.value
        }
        controller.enqueue(encoder.encode(chunk))
      },
      cancel: async () => {
        await lines.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
}
