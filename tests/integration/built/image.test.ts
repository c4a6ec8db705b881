import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { freePort } from '../../support/free-port'
import { copyContext } from '../../support/image/build-context'
import { buildImage } from '../../support/image/build-image'
import { inContainer, placeIn, type Image } from '../../support/image/image'
import { outputOf, startIn } from '../../support/image/small-root'
import { findProgram } from '../../support/programs'

describe.skipIf(findProgram('unshare with the rights of root') === null)('what the Dockerfile makes', () => {
  let folder: string
  let image: Image
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'miroir-image-'))
    const context = path.join(folder, 'context')
    copyContext(context)
    image = await buildImage(readFileSync('Dockerfile', 'utf8'), context, folder)
  })
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  test('has what the site needs, of the versions that are locked, and nothing for development', () => {
    const packages = readdirSync(placeIn(image, 'node_modules'))
    expect(packages).toContain('next')
    for (const name of ['esbuild', 'eslint', 'playwright-core', 'prisma', 'tsx', 'vitest'])
      expect(packages).not.toContain(name)
    expect(readFileSync(placeIn(image, 'package-lock.json'), 'utf8')).toBe(
      readFileSync('package-lock.json', 'utf8'),
    )
    expect(existsSync(placeIn(image, '.next'))).toBe(false)
  })

  test('serves as a user without rights who can write to volumes only, and ends well', async () => {
    const variables = { ...image.variables, PORT: String(await freePort()) }
    const container = { ...image, variables }
    const before = readdirSync(placeIn(image, '.')).toSorted()
    const server = startIn({ ...container, isReadOnly: true }, image.command)
    onTestFinished(() => void server.kill('SIGKILL'))
    const output = outputOf(server)
    const at = `http://127.0.0.1:${variables.PORT}`
    const ready = async () =>
      fetch(`${at}/readyz`).then(
        async (answer) => answer.json() as Promise<unknown>,
        () => output(),
      )
    const checks = { process: true, build: true, database: true, secrets: true, disk: true }
    await expect.poll(ready, { timeout: 120_000 }).toEqual({ ready: true, checks })
    expect((await inContainer(container, image.healthCheck)).code).toBe(0)
    expect((await fetch(`${at}/fr`)).status).toBe(200)
    const picture = await fetch(`${at}/api/share-picture?locale=fr`)
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png'])

    const run = async (...command: string[]) => inContainer(container, command)
    expect((await run('id', '-un')).output).toBe('node\n')
    expect((await run('touch', 'README.md')).output).toContain('Read-only file system')
    expect((await run('npm', 'run', 'doctor')).output).toMatch(/^fine +server +It answers/m)
    expect(await run('npm', 'run', 'backup', '--', '/backups/site.zip')).toMatchObject({ code: 0 })
    expect(statSync(path.join(image.root, 'backups/site.zip')).mode & 0o777).toBe(0o600)
    expect(await run('npm', 'run', 'backup:verify', '--', '/backups/site.zip')).toMatchObject({ code: 0 })
    const invited = await run('npm', 'run', 'admin:create', '--', 'owner@miroir.example')
    expect(invited.output).toContain('/fr/admin/invitation/')

    server.kill('SIGTERM')
    expect(await once(server, 'close')).toEqual([0, null])
    expect((await inContainer(container, image.healthCheck)).code).toBe(1)
    const restored = await run('npm', 'run', 'restore', '--', '/backups/site.zip', '--force')
    expect(restored.output).toContain('in the place of')
    expect(restored.code).toBe(0)
    expect(readdirSync(placeIn(image, '.')).toSorted()).toEqual(before)
  })
})
