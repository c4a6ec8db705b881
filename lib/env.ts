import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { SettingError } from './errors'

export interface Settings {
  /** TCP port to listen on; 0 takes any free one. */
  readonly port: number
  /** Address to listen on; undefined: Node's default, every address. */
  readonly host: string | undefined
  /** Absolute path of the folder that holds what the program stores. */
  readonly dataDir: string
  /** `file:` and the absolute path of a SQLite database, or the address of a PostgreSQL one. */
  readonly databaseUrl: string
  /** Public address of the site, such as https://miroir.example; undefined: shared links carry no picture. */
  readonly publicUrl: string | undefined
  /** Key of the session cookies, 32 characters or more; undefined: the caller makes one. */
  readonly sessionSecret: string | undefined
}

const portMessage = 'PORT must be a whole number from 1 to 65535, or 0 for any free port.'

const isPostgresql = (url: string): boolean => /^postgres(ql)?:\/\//.test(url)

/** Whether a host, by name or as the folder of a Unix socket, and one database are named. */
function isPostgresqlAddress(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { hostname, pathname, searchParams, hash } = new URL(url)
  const host = hostname || searchParams.get('host')
  return Boolean(host) && /^\/[^/]+$/.test(pathname) && hash === ''
}

function namesNoSchema(url: string): boolean {
  return !URL.canParse(url) || (new URL(url).searchParams.get('schema') ?? 'public') === 'public'
}

const schema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, portMessage)
    .transform(Number)
    .refine((port) => port <= 65_535, portMessage)
    .default(3000),
  HOST: z.string().optional(),
  MIROIR_DATA_DIR: z.string().default('data'),
  DATABASE_URL: z
    .string()
    .regex(
      /^(file:|postgres(ql)?:\/\/)/,
      'DATABASE_URL must start with "file:" for a SQLite file, or with "postgresql://" for a PostgreSQL database.',
    )
    .regex(
      /^(?!file:)|^file:(\/\/\/)?[^/?#]|^file:\/[^/?#]/,
      'DATABASE_URL must name a file, such as file:data/miroir.db.',
    )
    .regex(/^(?!file:)|^[^?#]*$/, 'DATABASE_URL must be "file:" and a path, without "?" or "#".')
    .refine(
      (url) => !isPostgresql(url) || isPostgresqlAddress(url),
      'DATABASE_URL must be like postgresql://user:password@host:5432/database, with special characters in the password percent-encoded.',
    )
    .refine(
      (url) => !isPostgresql(url) || namesNoSchema(url),
      'DATABASE_URL must name no schema: the tables are in the database’s schema "public".',
    )
    .optional(),
  MIROIR_URL: z
    .url({
      protocol: /^https?$/,
      error: 'MIROIR_URL must be the public address of the site, such as https://miroir.example.',
    })
    .optional(),
  MIROIR_SESSION_SECRET: z
    .string()
    .min(32, 'MIROIR_SESSION_SECRET must be at least 32 characters long.')
    .optional(),
})

/** `file:///x` is a URL, `file:x` a path behind a scheme: Prisma's adapters understand the second only. */
function absoluteFileUrl(url: string): string {
  return `file:${url.startsWith('file://') ? fileURLToPath(url) : resolve(url.slice('file:'.length))}`
}

/**
 * The program's settings. A variable that is empty counts as unset.
 * Throws SettingError with one sentence that names the first bad setting and what is expected of it; values
 * are not repeated, since one of them is a secret.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>> = process.env): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, text]) => text !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) throw new SettingError(parsed.error.issues[0]?.message ?? parsed.error.message)

  const dataDir = resolve(parsed.data.MIROIR_DATA_DIR)
  const databaseUrl = parsed.data.DATABASE_URL ?? `file:${resolve(dataDir, 'miroir.db')}`
  return {
    port: parsed.data.PORT,
    host: parsed.data.HOST,
    dataDir,
    databaseUrl: isPostgresql(databaseUrl) ? databaseUrl : absoluteFileUrl(databaseUrl),
    publicUrl: parsed.data.MIROIR_URL,
    sessionSecret: parsed.data.MIROIR_SESSION_SECRET,
  }
}

/** Makes this process a production one, which the framework reads from the environment when it is first loaded. */
export function enterProduction(): void {
  Object.assign(process.env, { NODE_ENV: 'production' })
}

/** The environment of a program that this one runs, with some variables set. */
export function environmentWith(variables: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...process.env, ...variables }
}

/**
 * Tells the framework where this server listens. After an action that redirects it fetches the page from there, with the
 * person's cookie: without this it would ask port 3000, whoever listens on it.
 */
export function nameOwnServer(host: string | undefined, port: number): void {
  const name = host === undefined || host === '0.0.0.0' || host === '::' ? 'localhost' : host
  Object.assign(process.env, {
    __NEXT_PRIVATE_ORIGIN: `http://${name.includes(':') ? `[${name}]` : name}:${port}`,
  })
}
