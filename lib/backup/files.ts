import { createHash } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
} from 'node:fs'
import path from 'node:path'
import { SettingError } from '@/lib/errors'
import { isRunning } from '@/lib/is-running'

/** Folders for what is written on the way, in the folder of what comes out: a rename then is one step, and hides nothing half-written. */
const workFolderName = /^\.miroir-(\d+)-/

/** Removes what processes left that were killed. */
function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    const processId = workFolderName.exec(name)?.[1]
    if (processId === undefined || isRunning(Number(processId))) continue
    rmSync(path.join(folder, name), { recursive: true, force: true })
  }
}

/**
 * Runs `work` with a new folder in `folder`, which others cannot read, and which goes whatever happens, also when the process is told to
 * end. Throws SettingError, with `failed` at its end, where the disk is full or the folder cannot be written to; and what `work` throws.
 */
export async function withWorkFolder<Result>(
  folder: string,
  failed: string,
  work: (workFolder: string) => Promise<Result>,
): Promise<Result> {
  let made: string | undefined
  const remove = () => {
    if (made !== undefined) rmSync(made, { recursive: true, force: true, maxRetries: 3 })
  }
  const end = () => {
    remove()
    process.exit(130)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end)
  try {
    removeLeftovers(folder)
    made = mkdtempSync(path.join(folder, `.miroir-${process.pid}-`))
    return await work(made)
  } catch (error) {
    throw explained(error, folder, failed)
  } finally {
    remove()
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.removeListener(signal, end)
  }
}

function explained(error: unknown, folder: string, failed: string): unknown {
  const code = codeOf(error)
  const isFull = ['ENOSPC', 'EDQUOT'].includes(code) || textOf(error, 'failure') === 'full'
  if (isFull) return new SettingError(`The disk of ${folder} is full: ${failed}`, { cause: error })
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'is not there',
    ENOTDIR: 'is no folder',
    EACCES: 'cannot be written to by this user',
    EPERM: 'cannot be written to by this user',
    EROFS: 'cannot be written to',
  }
  const isAboutFolder = textOf(error, 'path').startsWith(folder)
  const reason = isAboutFolder ? reasons[code] : undefined
  return reason === undefined
    ? error
    : new SettingError(`The folder ${folder} ${reason}: ${failed}`, { cause: error })
}

const textOf = (error: unknown, name: string): string => {
  const found: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined
  return typeof found === 'string' ? found : ''
}

const codeOf = (error: unknown): string => textOf(error, 'code')

/** Runs `work` with folders that are made where they are missing, and that go again where it fails. Throws what `work` throws. */
export async function withFolders<Result>(
  folders: readonly string[],
  work: () => Promise<Result>,
): Promise<Result> {
  // The uppermost one that was missing, for each.
  const made = folders.flatMap((folder) => mkdirSync(folder, { recursive: true, mode: 0o700 }) ?? [])
  try {
    return await work()
  } catch (error) {
    for (const folder of made) rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

/** Brings the bytes of a file, or the names in a folder, to the disk. */
export function flush(fileOrFolder: string): void {
  const descriptor = openSync(fileOrFolder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Size and hash of a file. */
export async function measure(
  file: string,
): Promise<{ readonly sizeBytes: number; readonly sha256: string }> {
  const hash = createHash('sha256')
  let sizeBytes = 0
  for await (const bytes of createReadStream(file) as AsyncIterable<Buffer>) {
    hash.update(bytes)
    sizeBytes += bytes.length
  }
  return { sizeBytes, sha256: hash.digest('hex') }
}
