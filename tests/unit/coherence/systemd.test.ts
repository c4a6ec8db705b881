import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { environmentWith } from '@/lib/env'
import { findProgram } from '../../support/programs'

const unit = readFileSync('deploy/miroir.service', 'utf8')
const valueOf = (key: string) => new RegExp(`^${key}=(.*)$`, 'm').exec(unit)?.[1]

function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'miroir-systemd-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

test.skipIf(findProgram('systemd-analyze') === null)('systemd knows every line of the unit', () => {
  const folder = newFolder()
  const said = (text: string) => {
    const file = path.join(folder, 'miroir.service')
    // Node may be elsewhere on this machine.
    writeFileSync(file, text.replace('/usr/bin/node', process.execPath))
    const { stderr, status } = spawnSync('systemd-analyze', ['verify', file], { encoding: 'utf8' })
    return [status, stderr]
  }
  expect(said(unit)).toEqual([0, ''])
  expect(said(unit.replace('ProtectHome', 'ProtectHomes'))[1]).toContain("Unknown key 'ProtectHomes'")
})

test.skipIf(process.platform === 'win32')(
  '`miroir-run` runs commands with what the service runs with',
  () => {
    const folder = newFolder()
    const shown = '#!/bin/sh\nprintf "%s\\n" "$@"\n'
    writeFileSync(path.join(folder, 'systemd-run'), shown, { mode: 0o755 })
    const command = ['npm', 'run', 'backup', '--', 'a file.zip']
    const { stdout } = spawnSync('deploy/miroir-run', command, {
      encoding: 'utf8',
      env: environmentWith({ PATH: `${folder}:/usr/bin:/bin` }),
    })
    const words = stdout.trimEnd().split('\n')
    expect(words.filter((word) => !/^--(?:quiet|pipe|wait|collect)$/.test(word))).toEqual([
      `--uid=${valueOf('User')}`,
      `--working-directory=${valueOf('WorkingDirectory')}`,
      ...['EnvironmentFile', 'Environment', 'UMask'].map((key) => `--property=${key}=${valueOf(key)}`),
      '--',
      ...command,
    ])
  },
)
