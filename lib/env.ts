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
  /** Public address of the site, an origin such as https://miroir.example; undefined: what requests say, see `siteAddress`. */
  readonly publicUrl: string | undefined
  /** Keys, 32 characters or more each; undefined: the first start makes them. */
  readonly secrets: Readonly<
    Record<'session' | 'receipt' | 'admin' | 'audit' | 'withdrawal', string | undefined>
  >
  /** Addresses of proxies that are believed when they say for whom they ask, as Express's `trust proxy` names them. */
  readonly trustedProxies: readonly string[]
  readonly contribution: ContributionSettings
  readonly metrics: MetricsSettings
}

/** How programs that watch the site get to what is measured of it; neither of them: not at all. */
export interface MetricsSettings {
  /** A port on this machine's own address. */
  readonly port: number | undefined
  /** What is to be sent with a request to the site itself. */
  readonly token: string | undefined
}

export interface ContributionSettings {
  /** Days for which a receipt is known after the week of contribution, 7 to 30. */
  readonly receiptDays: number
  /** Months for which a response is kept after the week of contribution, 1 to 24. */
  readonly responseMonths: number
  /** How many new responses an address may contribute in an hour. */
  readonly contributionsPerHour: number
  /** How many codes an address may try in an hour. */
  readonly withdrawalsPerHour: number
  /** A contribution that comes sooner than this after the comparison is taken for a program's; in seconds. */
  readonly minimumSeconds: number
}

/** A port, in digits; 0 for any free one. */
function portNumber(name: string) {
  const message = `${name} must be a whole number from 1 to 65535, or 0 for any free port.`
  return z
    .string()
    .regex(/^\d{1,5}$/, message)
    .transform(Number)
    .refine((number) => number <= 65_535, message)
}

/** A whole number in a range, written in digits. */
function wholeNumber(name: string, least: number, most: number, preset: number) {
  const message = `${name} must be a whole number from ${least} to ${most}.`
  return z
    .string()
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
    .refine((number) => number >= least && number <= most, message)
    .default(preset)
}

/** The least length of a key, in characters. */
export const leastSecretLength = 32

const secret = (name: string) =>
  z
    .string()
    .refine(
      (text) => text.trim().length >= leastSecretLength,
      `${name} must be at least ${leastSecretLength} characters long.`,
    )
    .optional()

const proxy = /^(loopback|linklocal|uniquelocal|[\da-fA-F.:]+(\/\d{1,3})?)$/

const publicUrlMessage =
  'MIROIR_URL must be the public address of the site and nothing more, such as https://miroir.example or https://miroir.example:8443.'

/** Whether a scheme, a host and perhaps a port are named, and nothing else: neither a path nor a user. */
const isOrigin = (url: string): boolean => /^https?:\/\/[^\s/?#@\\]+\/?$/i.test(url) && URL.canParse(url)

const originOf = (url: string): string => new URL(url).origin

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
  PORT: portNumber('PORT').default(3000),
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
  MIROIR_URL: z.string().refine(isOrigin, publicUrlMessage).transform(originOf).optional(),
  MIROIR_SESSION_SECRET: secret('MIROIR_SESSION_SECRET'),
  MIROIR_RECEIPT_SECRET: secret('MIROIR_RECEIPT_SECRET'),
  MIROIR_ADMIN_SECRET: secret('MIROIR_ADMIN_SECRET'),
  MIROIR_AUDIT_SECRET: secret('MIROIR_AUDIT_SECRET'),
  MIROIR_METRICS_PORT: portNumber('MIROIR_METRICS_PORT').optional(),
  MIROIR_METRICS_TOKEN: secret('MIROIR_METRICS_TOKEN'),
  MIROIR_WITHDRAWAL_SECRET: secret('MIROIR_WITHDRAWAL_SECRET'),
  MIROIR_TRUSTED_PROXIES: z
    .string()
    .transform((list) => list.split(',').map((entry) => entry.trim()))
    .refine(
      (entries) => entries.every((entry) => proxy.test(entry)),
      'MIROIR_TRUSTED_PROXIES must be addresses, networks such as 10.0.0.0/8, or "loopback", with commas between them.',
    )
    .default(['loopback']),
  MIROIR_RECEIPT_DAYS: wholeNumber('MIROIR_RECEIPT_DAYS', 7, 30, 30),
  MIROIR_RESPONSE_MONTHS: wholeNumber('MIROIR_RESPONSE_MONTHS', 1, 24, 24),
  MIROIR_CONTRIBUTIONS_PER_HOUR: wholeNumber('MIROIR_CONTRIBUTIONS_PER_HOUR', 1, 1_000_000, 30),
  MIROIR_WITHDRAWALS_PER_HOUR: wholeNumber('MIROIR_WITHDRAWALS_PER_HOUR', 1, 1_000_000, 20),
  MIROIR_CONTRIBUTION_MINIMUM_SECONDS: wholeNumber('MIROIR_CONTRIBUTION_MINIMUM_SECONDS', 0, 60, 3),
})

/** `file:///x` is a URL, `file:x` a path behind a scheme: Prisma's adapters understand the second only. */
function absoluteFileUrl(url: string): string {
  return `file:${url.startsWith('file://') ? fileURLToPath(url) : resolve(url.slice('file:'.length))}`
}

type Environment = Readonly<Record<string, string | undefined>>

const names = Object.keys(schema.shape)

/** What was read last, and from what: every page reads the settings several times, and they hardly ever change. */
let last: { readonly given: readonly (string | undefined)[]; readonly settings: Settings } | null = null

/**
 * The program's settings. A variable that is empty counts as unset.
 * Throws SettingError with one sentence that names the first bad setting and what is expected of it; values
 * are not repeated, since one of them is a secret.
 */
export function readSettings(env: Environment = process.env): Settings {
  const given = [process.cwd(), ...names.map((name) => env[name])]
  if (last === null || given.some((text, index) => text !== last?.given[index])) {
    last = { given, settings: parseSettings(env) }
  }
  return last.settings
}

function parseSettings(env: Environment): Settings {
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
    secrets: {
      session: parsed.data.MIROIR_SESSION_SECRET,
      receipt: parsed.data.MIROIR_RECEIPT_SECRET,
      admin: parsed.data.MIROIR_ADMIN_SECRET,
      audit: parsed.data.MIROIR_AUDIT_SECRET,
      withdrawal: parsed.data.MIROIR_WITHDRAWAL_SECRET,
    },
    trustedProxies: parsed.data.MIROIR_TRUSTED_PROXIES,
    contribution: {
      receiptDays: parsed.data.MIROIR_RECEIPT_DAYS,
      responseMonths: parsed.data.MIROIR_RESPONSE_MONTHS,
      contributionsPerHour: parsed.data.MIROIR_CONTRIBUTIONS_PER_HOUR,
      withdrawalsPerHour: parsed.data.MIROIR_WITHDRAWALS_PER_HOUR,
      minimumSeconds: parsed.data.MIROIR_CONTRIBUTION_MINIMUM_SECONDS,
    },
    metrics: { port: parsed.data.MIROIR_METRICS_PORT, token: parsed.data.MIROIR_METRICS_TOKEN },
  }
}

/** Makes this process a production one, which the framework reads from the environment when it is first loaded. */
export function enterProduction(frameworkConfig: string): void {
  Object.assign(process.env, {
    NODE_ENV: 'production',
    // As the framework's own `standalone` output does: it would else compile its configuration anew at each start.
    __NEXT_PRIVATE_STANDALONE_CONFIG: frameworkConfig,
  })
}

/** The environment of a program that this one runs, with some variables set. */
export function environmentWith(variables: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...process.env, ...variables }
}

/** Where a server that listens at an address of this machine, or at all of them, is reached on it. */
export function localOrigin(host: string | undefined, port: number): string {
  const name = host === undefined || host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}

/**
 * Tells the framework where this server listens. After an action that redirects it fetches the page from there, with the
 * person's cookie: without this it would ask port 3000, where another program may listen.
 */
export function nameOwnServer(host: string | undefined, port: number): void {
  Object.assign(process.env, { __NEXT_PRIVATE_ORIGIN: localOrigin(host, port) })
}
