import { expect, test } from 'vitest'
import { serve } from '../../support/served'

const port = async () => serve(async (_request, response) => void response.end('page'))

test('a program is told what is wrong in the form that it knows, and nobody else is', async () => {
  const site = `http://127.0.0.1:${await port()}`
  const refusals = [
    { path: '/api/v1/nothing', init: {}, status: 404, name: 'unknown-address' },
    { path: '/api/v1', init: {}, status: 404, name: 'unknown-address' },
    { path: '/api/v1/x', init: { method: 'DELETE' }, status: 405, name: 'method-not-allowed' },
    {
      path: '/api/v1/x',
      init: { method: 'POST', headers: { Origin: 'https://elsewhere.example' } },
      status: 404,
      name: 'unknown-address',
    },
    { path: '/api/v1/%ff', init: {}, status: 400, name: 'bad-request' },
  ]
  for (const { path, init, status, name } of refusals) {
    const response = await fetch(site + path, init)
    expect([path, response.status, response.headers.get('content-type')]).toEqual([
      path,
      status,
      'application/problem+json',
    ])
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(await response.json()).toMatchObject({ type: `${site}/en/api#problem-${name}`, status })
  }
  const other = await fetch(`${site}/api/v10/nothing`)
  expect([other.status, await other.text()]).toEqual([404, 'page'])
})
