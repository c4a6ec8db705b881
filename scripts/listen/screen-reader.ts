import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { startAnnounced, startVirtualScreen } from '../../tests/support/announced-program'

/** Orca on a screen and a message bus of its own, whose voice is a file. */
export interface ScreenReader {
  /** Environment of the programs that it reads. */
  readonly variables: NodeJS.ProcessEnv
  /** Presses a key, by the name that X has for it. */
  readonly press: (key: string) => void
  /** What it has said since it was asked last, once it is silent. */
  readonly said: () => Promise<readonly string[]>
  readonly stop: () => void
}

const silenceMs = 1500

/** A home folder in which Orca writes what it says, and a French locale that need not be on the machine. */
function prepareHome(): { home: string; locales: string; utterances: string } {
  const home = mkdtempSync(path.join(tmpdir(), 'miroir-listen-'))
  const ofOrca = path.join(home, '.local', 'share', 'orca')
  const locales = path.join(home, 'locales')
  for (const folder of [ofOrca, locales]) mkdirSync(folder, { recursive: true })
  copyFileSync('scripts/listen/orca-customizations.py', path.join(ofOrca, 'orca-customizations.py'))
  spawnSync('localedef', ['-i', 'fr_FR', '-f', 'UTF-8', path.join(locales, 'fr_FR.UTF-8')])
  return { home, locales, utterances: path.join(home, 'utterances') }
}

export async function startScreenReader(): Promise<ScreenReader> {
  const { home, locales, utterances } = prepareHome()
  const screen = await startVirtualScreen()
  const bus = await startAnnounced('dbus-daemon', ['--session', '--nofork', '--print-address=3'])
  const { PATH, NODE_ENV } = process.env
  const variables = {
    PATH,
    NODE_ENV,
    HOME: home,
    LOCPATH: locales,
    LANG: 'fr_FR.UTF-8',
    DISPLAY: `:${screen.address}`,
    DBUS_SESSION_BUS_ADDRESS: bus.address,
    GNOME_ACCESSIBILITY: '1',
    MIROIR_UTTERANCES: utterances,
  }
  const programs = ['openbox', 'orca'].map((command) =>
    spawn(command, [], { env: variables, stdio: 'ignore' }),
  )

  let heard = 0
  const said = async () => {
    const all = () =>
      existsSync(utterances) ? readFileSync(utterances, 'utf8').split('\n').slice(0, -1) : []
    for (let before = -1; before !== all().length; await setTimeout(silenceMs)) before = all().length
    const since = all().slice(heard)
    heard += since.length
    return since
  }
  // It says that it is there.
  for (let tries = 0; (await said()).length === 0; tries += 1) {
    if (tries > 20) throw new Error('Orca says nothing')
  }
  return {
    variables,
    said,
    press: (key) => {
      spawnSync('xdotool', ['key', key], { env: variables })
    },
    stop: () => {
      for (const program of programs) program.kill()
      bus.stop()
      screen.stop()
      rmSync(home, { recursive: true, force: true })
    },
  }
}
