import { cpSync, symlinkSync } from 'node:fs'
import path from 'node:path'

const project = process.cwd()

/** What was made of the project, beside its files. */
const notCopied = new Set([
  '.builds',
  '.git',
  '.next',
  'data',
  'node_modules',
  'playwright-report',
  'test-results',
  'tsconfig.tsbuildinfo',
])

/** Copies the project's files into a folder; its packages are linked. */
export function copyProject(folder: string): void {
  const isCopied = (file: string) => {
    const name = path.relative(project, file)
    return !notCopied.has(name) && !name.startsWith('.build-')
  }
  cpSync(project, folder, { recursive: true, filter: isCopied })
  symlinkSync(path.join(project, 'node_modules'), path.join(folder, 'node_modules'))
}
