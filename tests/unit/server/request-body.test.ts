import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { readBody } from '@/server/request-body'
import { sendRaw, statusOf } from '../../support/raw-request'
import { echo, serve } from '../../support/served'

const incoming = () => new IncomingMessage(new Socket())

describe('a body', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('is waited for as long as it gets on, however slowly', async () => {
    const request = incoming()
    const body = readBody(request, 10_000)
    for (const piece of ['age', 'Band', '=under', '35']) {
      await vi.advanceTimersByTimeAsync(9999)
      request.push(piece)
    }
    await vi.advanceTimersByTimeAsync(9999)
    request.push(null)
    expect(String(await body)).toBe('ageBand=under35')
  })

  test('is given up once nothing more comes', async () => {
    const request = incoming()
    const body = readBody(request, 10_000)
    await vi.advanceTimersByTimeAsync(9999)
    request.push('ageBand=')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await body).toBeNull()
  })

  test('of a client that goes away fails', async () => {
    const request = incoming()
    const body = readBody(request, 10_000)
    request.push('ageBand=')
    request.destroy()
    await expect(body).rejects.toThrow('the client went away')
  })
})

test.each(['multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', 'text/plain', ''])(
  'the half of a body of type %j reaches no handler, and is answered',
  async (type) => {
    const port = await serve(echo, {}, { headMs: 10_000, pauseMs: 50, requestMs: 10_000, idleMs: 10_000 })
    const head = `POST /fr HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n${type && `Content-Type: ${type}\r\n`}`
    const answer = await sendRaw(port, `${head}\r\nhalf`)
    expect(statusOf(answer)).toBe(408)
    expect(answer).toContain('The rest of the request did not arrive.')
  },
)
