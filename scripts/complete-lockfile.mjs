// npm run lockfile: writes package-lock.json, also where the registry is a mirror without other platforms' packages.
// npm leaves out optional packages that it cannot look up, and `npm ci` then refuses the lockfile as out of sync. Their
// version, system and processor follow from their names, and nobody installs them but the machines that they are for.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

const systems = { darwin: 'darwin', linux: 'linux', win32: 'win32', freebsd: 'freebsd', android: 'android' }
const others = {
  openharmony: 'openharmony',
  netbsd: 'netbsd',
  openbsd: 'openbsd',
  sunos: 'sunos',
  aix: 'aix',
}
const processors = [
  'x64',
  'arm64',
  'ia32',
  'ppc64',
  'riscv64',
  's390x',
  'loong64',
  'mips64el',
  'wasm32',
  'arm',
]

const firstIn = (candidates, name) => candidates.find((candidate) => name.includes(candidate))

/** The entry of an optional package that the registry did not show: what its name says of it. */
function entryFor(name, version, isDev) {
  const platform = name.slice(name.lastIndexOf('/') + 1)
  const os = firstIn(Object.keys({ ...systems, ...others }), platform)
  const cpu = firstIn(processors, platform)
  const libc = /musl/.test(platform) ? 'musl' : /gnu/.test(platform) ? 'glibc' : undefined
  return {
    version,
    ...(cpu && { cpu: [cpu] }),
    ...(isDev && { dev: true }),
    ...(os === 'linux' && libc && { libc: [libc] }),
    optional: true,
    ...(os && { os: [os] }),
  }
}

if (
  spawnSync('npm', ['install', '--package-lock-only', '--ignore-scripts'], { stdio: 'inherit' }).status !== 0
) {
  process.exit(1)
}
const file = 'package-lock.json'
const lock = JSON.parse(readFileSync(file, 'utf8'))
const added = []
for (const [place, entry] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    const nested = `${place}/node_modules/${name}`
    const top = `node_modules/${name}`
    if (lock.packages[nested] || lock.packages[top] || !/^\d+\.\d+\.\d+/.test(range)) continue
    lock.packages[top] = entryFor(name, range, entry.dev)
    added.push(name)
  }
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).toSorted(([one], [other]) => (one < other ? -1 : 1)),
)
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`Added ${added.length} optional packages of other platforms.`)
