import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('enter-root.sh', import.meta.url))

const searched = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

/** How a command runs in a folder that is its whole file system. */
export interface Entered {
  readonly root: string
  readonly isReadOnly: boolean
  readonly user: string
  /** Folders of it that can be written to all the same. */
  readonly volumes: readonly string[]
  readonly workFolder: string
  readonly variables: Readonly<Record<string, string>>
}

export interface Ended {
  readonly code: number | null
  readonly output: string
}

/** Makes what a system has in a folder, with the user `node` of Node's images. Programs come from this machine. */
export function makeRoot(root: string): void {
  for (const name of ['usr', 'etc', 'dev', 'proc', 'tmp', 'root', 'var', 'home/node'])
    mkdirSync(path.join(root, name), { recursive: true })
  for (const name of ['bin', 'sbin', 'lib', 'lib64']) symlinkSync(`usr/${name}`, path.join(root, name))
  const users = ['root:x:0:0::/root:/bin/sh', 'node:x:1000:1000::/home/node:/bin/sh', '']
  writeFileSync(path.join(root, 'etc/passwd'), users.join('\n'))
  writeFileSync(path.join(root, 'etc/group'), 'root:x:0:\nnode:x:1000:\n')
  writeFileSync(path.join(root, 'etc/hosts'), '127.0.0.1 localhost\n')
}

/** Starts a command in such a folder. */
export function startIn(
  { root, isReadOnly, user, volumes, workFolder, variables }: Entered,
  command: readonly string[],
): ChildProcess {
  const node = path.dirname(path.dirname(process.execPath))
  const places = [root, isReadOnly ? 'ro' : 'rw', user, node, volumes.join(' ')]
  const own = Object.entries({ PATH: searched, ...variables }).map(([name, text]) => `${name}=${text}`)
  const inside = ['/usr/bin/env', '--ignore-environment', `--chdir=${workFolder}`, ...own, ...command]
  return spawn('unshare', ['--mount', 'sh', script, ...places, ...inside], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** What a process prints, as it does. */
export function outputOf(child: ChildProcess): () => string {
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  return () => output
}

/** Runs a command in such a folder to its end. */
export async function runIn(entered: Entered, command: readonly string[]): Promise<Ended> {
  const child = startIn(entered, command)
  const output = outputOf(child)
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, output: output() }
}
