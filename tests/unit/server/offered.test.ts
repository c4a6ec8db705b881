import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readOffered } from '@/server/offered'

test('the addresses and methods of functions and files are read from the build and from the sources', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'miroir-handlers-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), text)
  }
  const manifest = {
    '/[locale]/page': '/[locale]',
    '/[locale]/files/[id]/route': '/[locale]/files/[id]',
    '/api/both/route': '/api/both',
    '/api/form.x/route': '/api/form.x',
    '/icon.svg/route': '/icon.svg',
    '/route': '/',
  }
  write('.next/app-path-routes-manifest.json', JSON.stringify(manifest))
  write('app/[locale]/files/[id]/route.tsx', 'export async function GET(): Promise<Response> {}')
  write(
    'app/api/both/route.ts',
    'export function GET() {}\nexport const OPTIONS = () => {}\nexport const dynamic = 1',
  )
  write('app/api/form.x/route.ts', 'export async function POST(request: Request) {}\n// export function GET')
  write('app/route.ts', 'export function GET() {}')

  write('.next/static/chunks/[x].js', '')
  write('public/robots.txt', '')

  const { handlers, files } = readOffered(path.join(root, '.next'), root)
  expect(files.has('/_next/static/chunks/[x].js')).toBe(true)
  expect(files.has('/_next/static/chunks')).toBe(false)
  expect(files.has('/robots.txt')).toBe(true)
  const methodsOf = (address: string) => handlers.find((each) => each.address.test(address))?.methods
  expect(handlers).toHaveLength(7)
  expect(methodsOf('/')).toEqual(['GET', 'HEAD'])
  expect(methodsOf('/icon.svg')).toEqual(['GET', 'HEAD'])
  expect(methodsOf('/api/both')).toEqual(['GET', 'HEAD', 'OPTIONS'])
  expect(methodsOf('/api/form.x')).toEqual(['POST'])
  expect(methodsOf('/fr/files/1')).toEqual(['GET', 'HEAD'])
  expect(methodsOf('/fr/chiffres.csv')).toEqual(['GET', 'HEAD', 'OPTIONS'])
  expect(methodsOf('/.well-known/security.txt')).toEqual(['GET', 'HEAD'])
  for (const other of ['/fr', '/de/files/1', '/fr/files/1/2', '/fr/files', '/api/formax', '/api/both/']) {
    expect(methodsOf(other)).toBeUndefined()
  }
})
