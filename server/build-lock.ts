import { mkdirSync, readFileSync, rmSync, statSync, utimes, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { SettingError } from '@/lib/errors'
import { isRunning } from '@/lib/is-running'

const lookEachMs = 250

/** A process that builds touches its file this often, in milliseconds. */
const touchEachMs = 5000

/** Of a file that was not touched for so long, in milliseconds, the process was killed: another one may have its number. */
const untouchedMs = 2 * 60 * 1000

/**
 * Waits until no other process builds under `root`, says for which one, and then keeps others from it. Returns what lets them again.
 * Throws SettingError where nothing can be written there.
 */
export async function awaitBuildLock(root: string): Promise<() => void> {
  const folder = path.join(root, '.builds')
  const file = path.join(folder, 'building')
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw unwritable(root, error)
  }
  let saidOf: number | null = null
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' })
      return keep(file)
    } catch (error) {
      if (!isThere(error)) throw unwritable(root, error)
      const holder = holderOf(file)
      // One that was killed has left it. Between two that find this at the same time, the second `wx` decides.
      if (holder === null) rmSync(file, { force: true })
      else if (holder !== saidOf) {
        console.log(`Process ${holder} builds the site: waiting for it.`)
        saidOf = holder
      }
    }
    await wait(lookEachMs)
  }
}

const isThere = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EEXIST'

const unwritable = (root: string, cause: unknown) =>
  new SettingError(
    `The site has to be built for these settings, and ${root} cannot be written to: build it there as its owner, with \`npm run build\` and the same MIROIR_URL.`,
    { cause },
  )

function keep(file: string): () => void {
  const touching = setInterval(() => {
    const now = new Date()
    // Where somebody removed it, another may build: nothing is lost.
    utimes(file, now, now, () => undefined)
  }, touchEachMs).unref()
  return () => {
    clearInterval(touching)
    rmSync(file, { force: true })
  }
}

/** The process that builds; null where it does no more. */
function holderOf(file: string): number | null {
  try {
    const holder = Number(readFileSync(file, 'utf8'))
    const isTouched = statSync(file).mtimeMs > Date.now() - untouchedMs
    return isTouched && isRunning(holder) ? holder : null
  } catch {
    return null
  }
}
