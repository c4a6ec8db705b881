import { execFileSync } from 'node:child_process'
import { copyFileSync, cpSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { buildFolder } from '@/server/build'
import { make, placeIn, type Image } from './image'

const project = process.cwd()

/** Copies a folder or a file. On one disk, as links to the same bytes. */
export function copyTree(source: string, target: string): void {
  try {
    execFileSync('cp', ['-al', source, target], { stdio: 'ignore' })
  } catch {
    rmSync(target, { recursive: true, force: true })
    execFileSync('cp', ['-a', source, target])
  }
}

/** The packages of this project instead of new ones. What npm writes anew in place must be no link. */
async function takePackages(image: Image): Promise<void> {
  const packages = placeIn(image, 'node_modules')
  copyTree(path.join(project, 'node_modules'), packages)
  rmSync(path.join(packages, '.cache'), { recursive: true, force: true })
  const list = path.join(packages, '.package-lock.json')
  copyFileSync(list, `${list}.own`)
  renameSync(`${list}.own`, list)
  await make(image, 'npm run postinstall')
}

/** The build that this project has, which the image takes for its own only if it was made from the same. */
async function takeBuild(image: Image): Promise<void> {
  const folder = buildFolder(project)
  const usedBy = path.join(folder, 'used-by')
  cpSync(folder, placeIn(image, path.basename(folder)), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (file) => file !== usedBy,
  })
  await make(image, 'npm run build -- --if-changed')
}

/** What is done instead of a command that takes minutes, or that would change this machine; null where it is run as it stands. */
export function insteadOf(command: string): ((image: Image) => Promise<void>) | null {
  if (command === 'npm ci') return takePackages
  if (command === 'npm run build') return takeBuild
  if (command.startsWith('apt-get ')) return async () => Promise.resolve()
  return null
}
