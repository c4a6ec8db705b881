import type { IncomingMessage } from 'node:http'
import { describe, expect, test } from 'vitest'
import { clientAddress as addressOf } from '@/lib/http/client-address'
import { proxyClaims, trusting } from '@/lib/http/proxy-claims'

function from(remoteAddress: string | undefined, forwardedFor?: string): IncomingMessage {
  const headers = forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor }
  return { headers, socket: { remoteAddress } } as IncomingMessage
}

const clientAddress = (request: IncomingMessage, proxies: string[]) =>
  addressOf(proxyClaims(request, trusting(proxies)))

describe('who sends a request', () => {
  test('is the other end of the connection, whatever the headers say', () => {
    expect(clientAddress(from('203.0.113.7', '198.51.100.1'), ['loopback'])).toBe('203.0.113.7')
  })

  test('is whom a trusted proxy names, and the last one that it cannot vouch for', () => {
    expect(clientAddress(from('127.0.0.1', '198.51.100.1'), ['loopback'])).toBe('198.51.100.1')
    expect(clientAddress(from('127.0.0.1', '192.0.2.66, 198.51.100.1'), ['loopback'])).toBe('198.51.100.1')
    const twoProxies = from('127.0.0.1', '198.51.100.1, 10.1.2.3')
    expect(clientAddress(twoProxies, ['loopback', '10.0.0.0/8'])).toBe('198.51.100.1')
  })

  test.each([
    ['for=198.51.100.1', '198.51.100.1'],
    ['for=192.0.2.66, for="198.51.100.1:4711"', '198.51.100.1'],
    ['for="[2001:db8:0:1::1]:80"', '20010db800000001/64'],
    ['for=unknown', 'unknown'],
    ['for="198.51.100.1', '127.0.0.1'],
  ])('is whom Forwarded names, where there is no X-Forwarded-For: %s', (forwarded, expected) => {
    const request = { headers: { forwarded }, socket: { remoteAddress: '127.0.0.1' } } as IncomingMessage
    expect(clientAddress(request, ['loopback'])).toBe(expected)
  })

  test.each([
    ['198.51.100.1:4711', '198.51.100.1'],
    ['[2001:db8:0:1::1]:4711', '20010db800000001/64'],
    [' , 198.51.100.1 ,', '198.51.100.1'],
  ])('is an address with or without a port: %s', (sent, expected) => {
    expect(clientAddress(from('127.0.0.1', sent), ['loopback'])).toBe(expected)
  })

  test('is an IPv4 address however it is written', () => {
    expect(clientAddress(from('::ffff:203.0.113.7'), [])).toBe('203.0.113.7')
  })

  test('is the network of an IPv6 address: its devices take new addresses as they like', () => {
    const one = clientAddress(from('2001:db8:0:1::1'), [])
    expect(clientAddress(from('2001:db8:0:1:ffff:1:2:3'), [])).toBe(one)
    expect(clientAddress(from('2001:db8:0:2::1'), [])).not.toBe(one)
  })

  test.each([undefined, 'not an address'])('is unknown where the connection says %s', (remoteAddress) => {
    expect(clientAddress(from(remoteAddress), [])).toBe('unknown')
  })
})
