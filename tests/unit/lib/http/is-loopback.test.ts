import { expect, it } from 'vitest'
import { isLoopback } from '@/lib/http/is-loopback'

const hostOf = (origin: string) => new URL(origin).hostname

it.each([
  'http://localhost:3000',
  'http://LOCALHOST',
  'http://miroir.localhost',
  'http://localhost.:3000',
  'http://127.0.0.1:3000',
  'http://127.1.2.3',
  'http://[::1]:3000',
  'http://[::ffff:127.0.0.1]',
])('%s leads to the machine that asks', (origin) => {
  expect(isLoopback(hostOf(origin))).toBe(true)
})

it.each([
  'https://miroir.example',
  'http://localhost.example',
  'http://notlocalhost',
  'http://192.168.1.5:3000',
  'http://0.0.0.0',
  'http://[2001:db8::1]',
  'http://[fe80::1]',
])('%s does not', (origin) => {
  expect(isLoopback(hostOf(origin))).toBe(false)
})
