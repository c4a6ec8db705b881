import { spawn } from 'node:child_process'

export interface AnnouncedProgram {
  /** Where it is reached, in its own words. */
  readonly address: string
  readonly stop: () => void
}

/** Starts a program that writes to its file descriptor 3 where it is reached, once it is. */
export async function startAnnounced(command: string, flags: readonly string[]): Promise<AnnouncedProgram> {
  const program = spawn(command, flags, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const address = await new Promise<string>((resolve, reject) => {
    program.stdio[3]?.once('data', (written: Buffer) => resolve(written.toString().trim()))
    program.once('error', reject)
    program.once('exit', () => reject(new Error(`${command} did not start`)))
  })
  return { address, stop: () => program.kill() }
}

/** A screen that nobody sees, under a free number: its address with a colon before it is a value of DISPLAY. */
export const startVirtualScreen = async () =>
  startAnnounced('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'])
