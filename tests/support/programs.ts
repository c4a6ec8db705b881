import { spawnSync } from 'node:child_process'

interface Program {
  /** What is run, the first one that works. */
  readonly commands: readonly string[]
  /** Arguments with which it ends well, fast, where it is installed with all that is needed. */
  readonly probe: readonly string[]
  /** The package of Debian that has it. */
  readonly debianPackage: string
}

const hasPandas = 'import importlib.util, sys; sys.exit(importlib.util.find_spec("pandas") is None)'

/** The programs that open the files of an edition in the tests, other browsers, and what stands around the site. `.ci/run` installs them. */
const programs = {
  PSPP: { commands: ['pspp'], probe: ['--version'], debianPackage: 'pspp' },
  R: { commands: ['Rscript'], probe: ['--version'], debianPackage: 'r-base-core' },
  'Python with pandas': {
    commands: ['python3', '/usr/bin/python3'],
    probe: ['-c', hasPandas],
    debianPackage: 'python3-pandas',
  },
  LibreOffice: {
    commands: ['soffice'],
    probe: ['--version'],
    debianPackage: 'libreoffice-calc-nogui',
  },
  unzip: { commands: ['unzip'], probe: ['-v'], debianPackage: 'unzip' },
  Firefox: {
    commands: ['/usr/bin/firefox-esr', '/usr/bin/firefox'],
    probe: ['--version'],
    debianPackage: 'firefox-esr',
  },
  WebKitGTK: {
    commands: ['/usr/bin/WebKitWebDriver'],
    probe: ['--help'],
    debianPackage: 'webkit2gtk-driver',
  },
  Xvfb: { commands: ['Xvfb'], probe: ['-help'], debianPackage: 'xvfb' },
  WPE: { commands: ['/usr/bin/WPEWebDriver'], probe: ['--help'], debianPackage: 'wpewebkit-driver' },
  cog: { commands: ['/usr/bin/cog'], probe: ['--version'], debianPackage: 'cog' },
  nginx: { commands: ['nginx', '/usr/sbin/nginx'], probe: ['-v'], debianPackage: 'nginx-light' },
  Caddy: { commands: ['caddy'], probe: ['version'], debianPackage: 'caddy' },
  PgBouncer: {
    commands: ['pgbouncer', '/usr/sbin/pgbouncer'],
    probe: ['--version'],
    debianPackage: 'pgbouncer',
  },
  'PostgreSQL with pg_dump': {
    commands: ['pg_dump'],
    probe: ['--version'],
    debianPackage: 'postgresql',
  },
  'unshare with the rights of root': {
    commands: ['unshare'],
    probe: ['--mount', 'true'],
    debianPackage: 'util-linux',
  },
  'systemd-analyze': { commands: ['systemd-analyze'], probe: ['--version'], debianPackage: 'systemd' },
  sha256sum: { commands: ['sha256sum'], probe: ['--version'], debianPackage: 'coreutils' },
} as const satisfies Readonly<Record<string, Program>>

export type ProgramName = keyof typeof programs

/** The command of a program, null where it is not on this machine. */
export function findProgram(name: ProgramName): string | null {
  const { commands, probe } = programs[name]
  return commands.find((command) => spawnSync(command, probe, { stdio: 'ignore' }).status === 0) ?? null
}

/** A sentence for each program that is not on this machine, whose tests are skipped. */
export function missingPrograms(): readonly string[] {
  return (Object.keys(programs) as ProgramName[])
    .filter((name) => findProgram(name) === null)
    .map((name) => `${name} was not found, its tests were skipped (Debian: ${programs[name].debianPackage})`)
}
