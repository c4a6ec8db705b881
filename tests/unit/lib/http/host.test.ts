import { expect, test } from 'vitest'
import { hostText, parseHost } from '@/lib/http/host'

test.each([
  ['miroir.example', { name: 'miroir.example', port: null }],
  ['Miroir.EXAMPLE:8080', { name: 'miroir.example', port: 8080 }],
  ['miroir_backend', { name: 'miroir_backend', port: null }],
  ['xn--bcher-kva.example', { name: 'xn--bcher-kva.example', port: null }],
  ['miroir.example.', { name: 'miroir.example.', port: null }],
  ['localhost:', { name: 'localhost', port: null }],
  ['192.0.2.1:1', { name: '192.0.2.1', port: 1 }],
  ['[2001:DB8:0:0::1]:65535', { name: '[2001:db8::1]', port: 65_535 }],
  ['[::ffff:192.0.2.1]', { name: '[::ffff:c000:201]', port: null }],
])('%s is a host', (text, host) => {
  expect(parseHost(text)).toEqual(host)
})

test.each([
  '',
  ' ',
  ' a.example',
  'a.example ',
  'a b',
  'a.example,b.example',
  'a/b',
  'a\\b',
  'a?b',
  'a#b',
  'a@b',
  'a%2eb',
  'a\0b',
  'é.example',
  '-a.example',
  '.a.example',
  'a..example',
  '.',
  ':80',
  'a:b',
  'a:1:2',
  'a:-1',
  'a:0',
  'a:00000',
  'a:65536',
  'a:999999',
  '127.1',
  '0x7f.0.0.1',
  '256.0.0.1',
  '::1',
  '[::1',
  '[]',
  '[g::1]',
  '[::1]x',
  '[fe80::1%25eth0]',
  '[192.0.2.1]',
  'http://a.example',
  `${'a'.repeat(300)}.example`,
])('%j is none', (text) => {
  expect(parseHost(text)).toBeNull()
})

test('a browser leaves out the port that the scheme implies', () => {
  expect(hostText({ name: 'a', port: 80 }, 'http')).toBe('a')
  expect(hostText({ name: 'a', port: 80 }, 'https')).toBe('a:80')
  expect(hostText({ name: 'a', port: 443 }, 'https')).toBe('a')
  expect(hostText({ name: '[::1]', port: null }, 'https')).toBe('[::1]')
})
