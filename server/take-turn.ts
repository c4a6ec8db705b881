import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { EndTurn } from './turns'

type WriteHead = (...given: unknown[]) => ServerResponse

/**
 * Answers in a turn, which ends as soon as the head is sent: the work is done by then, and how fast the client takes the rest is its own
 * affair. It ends, too, where the client goes away, for which the framework would wait for ever. Nothing is done for a client that is
 * gone already.
 */
export async function takeTurn(
  end: EndTurn,
  socket: Socket,
  response: ServerResponse,
  answer: () => Promise<unknown>,
): Promise<void> {
  let isOver = false
  const endOnce = () => {
    if (isOver) return
    isOver = true
    socket.off('close', endOnce)
    end()
  }
  // A response that waits behind others on its connection is told of nothing when that closes.
  if (socket.destroyed) return endOnce()
  socket.once('close', endOnce)
  const writeHead = response.writeHead.bind(response) as WriteHead
  Object.assign(response, {
    writeHead: (...given: unknown[]) => {
      endOnce()
      return writeHead(...given)
    },
  })
  try {
    await answer()
  } finally {
    endOnce()
  }
}
