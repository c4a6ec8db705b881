import { describe, expect, test } from 'vitest'
import { sendRaw } from '../../support/raw-request'
import { echo, serve } from '../../support/served'

const untrusted = ['10.0.0.0/8']

/** The first line and the last of an answer: its status, and what the handler was asked for. */
async function answerTo(head: string, trustedProxies?: string[]): Promise<string> {
  const port = await serve(echo, trustedProxies && { trustedProxies })
  const answer = await sendRaw(port, `${head}\r\nConnection: close\r\n\r\n`)
  const [, status] = /^HTTP\/1\.1 (\d+)/.exec(answer) ?? []
  return `${status} ${/(?:GET|HEAD|POST) \/\S*/.exec(answer)?.[0]}`
}

describe('the host', () => {
  test.each([
    ['GET /fr HTTP/1.1\r\nHost: a.example\r\nHost: b.example', '400 GET /fr/adresse-illisible'],
    ['GET /fr HTTP/1.1\r\nHost: a.example\r\nhOST: a.example', '400 GET /fr/adresse-illisible'],
    ['GET /en HTTP/1.1\r\nHost: a b', '400 GET /en/bad-address'],
    ['GET /fr HTTP/1.1\r\nHost:', '400 GET /fr/adresse-illisible'],
    ['GET /fr HTTP/1.1', '400 GET /fr/adresse-illisible'],
    ['GET /fr HTTP/1.0', '200 GET /fr'],
    ['GET /fr HTTP/1.0\r\nHost: a b', '400 GET /fr/adresse-illisible'],
    ['GET /fr HTTP/1.1\r\nHost: a.example:8080', '200 GET /fr'],
  ])('%j is answered with %s', async (head, expected) => {
    expect(await answerTo(head, untrusted)).toBe(expected)
  })

  test.each([
    ['GET /fr HTTP/1.1\r\nHost: a.example\r\nHost: b.example', '400 GET /fr/adresse-illisible'],
    ['GET /fr HTTP/1.1\r\nHost: a b', '200 GET /fr'],
    ['GET /fr HTTP/1.1', '200 GET /fr'],
    ['GET /fr HTTP/1.0', '200 GET /fr'],
  ])('from a trusted proxy %j is answered with %s', async (head, expected) => {
    expect(await answerTo(head)).toBe(expected)
  })
})
