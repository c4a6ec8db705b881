import { readdirSync, readFileSync } from 'node:fs'
import { validate } from 'dockerfile-utils'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { readSent } from '../../support/image/build-context'
import { readStages } from '../../support/image/dockerfile'

const dockerfile = readFileSync('Dockerfile', 'utf8')
const image = readStages(dockerfile).at(-1)
const textsOf = (keyword: string) =>
  image?.steps.flatMap((step) => (step.keyword === keyword ? [step.text] : [])) ?? []

const service = z.object({
  image: z.string().optional(),
  read_only: z.boolean().optional(),
  tmpfs: z.array(z.string()).optional(),
  stop_grace_period: z.string().optional(),
  volumes: z.array(z.string()),
})
const { services, volumes } = z
  .object({
    services: z.object({ site: service, database: service }),
    volumes: z.record(z.string(), z.null()),
  })
  .parse(parse(readFileSync('compose.yaml', 'utf8')))

test('a linter finds nothing in the Dockerfile', () => {
  expect(validate(dockerfile).map(({ message }) => message)).toEqual([])
  expect(validate('FROM a\nRUNN b').map(({ message }) => message)).toEqual(['Unknown instruction: RUNN'])
})

test('what may hold answers or secrets is not sent to who builds an image', () => {
  const isSent = readSent()
  const secrets = [
    '.env',
    '.env.production',
    'lib/.env.local',
    'backups/site.zip',
    'site.zip',
    'app/site.zip',
  ]
  const answers = [
    'data/miroir.db',
    'miroir.db-wal',
    'prisma/dev.db',
    'scripts/dump.sqlite',
    'lib/admin-secret',
  ]
  const others = [
    '.git/config',
    '.ssh/id_ed25519',
    'deploy/key.pem',
    'server/key.pem',
    'node_modules/next/package.json',
  ]
  expect([...secrets, ...answers, ...others].filter(isSent)).toEqual([])
})

/** What of the project is needed to build it, or to run it. */
const needed =
  `app components lib messages next.config.ts package-lock.json package.json prisma scripts server
  tsconfig.build.json tsconfig.json`.split(/\s+/)

/** What is for those who work on it. What is in neither list has been forgotten in `.dockerignore`, or here. */
const forWork =
  `.ci .dockerignore .editorconfig .gitignore .nvmrc .oxfmtrc.json .oxlintrc.json CHANGELOG.md Dockerfile LICENSE
  README.md bench compose.yaml deploy docs oxlint.imports.mjs playwright.config.ts prisma.config.ts tests vitest.config.ts`.split(
    /\s+/,
  )

test('all that is needed to build and to run the site is sent', () => {
  const isSent = readSent()
  expect([...needed, ...forWork].filter(isSent)).toEqual(needed)
  // What is made of the project, or kept by it.
  const isMade = (name: string) =>
    /^(?:\.build.*|\.env.*|\.git|\.next|\.DS_Store|backups|data|next-env\.d\.ts|node_modules|playwright-report|test-results|.*\.tsbuildinfo)$/.test(
      name,
    )
  expect(
    readdirSync('.')
      .filter((name) => !isMade(name))
      .toSorted(),
  ).toEqual([...needed, ...forWork].toSorted())
})

test('the client programs of PostgreSQL in the image are of the server’s version or later', () => {
  const client = Number(/postgresql-client-(\d+)/.exec(textsOf('RUN').join('\n'))?.[1])
  const server = Number(/^postgres:(\d+)$/.exec(services.database.image ?? '')?.[1])
  expect(server).toBeLessThanOrEqual(client)
  // From version 18 on, the server's image has its files in another folder.
  expect([server < 18, services.database.volumes]).toEqual([true, ['database:/var/lib/postgresql/data']])
})

test('the container of the site reads its own files only, and what it writes outlives it', () => {
  const { site, database } = services
  const places = [...site.volumes, ...database.volumes].map((volume) => volume.split(':'))
  expect(new Set(places.map(([name]) => name))).toEqual(new Set(Object.keys(volumes)))
  expect(textsOf('VOLUME').join(' ').split(' ')).toEqual(site.volumes.map((volume) => volume.split(':')[1]))
  expect([site.read_only, site.tmpfs]).toEqual([true, ['/tmp']])
  // A site that stops answers for ten seconds at most.
  expect(Number.parseInt(site.stop_grace_period ?? '', 10)).toBeGreaterThan(10)
})
