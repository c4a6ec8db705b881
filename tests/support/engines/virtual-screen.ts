import { spawn } from 'node:child_process'

export interface VirtualScreen {
  /** What a program finds it by: the value of DISPLAY. */
  readonly display: string
  readonly stop: () => void
}

/** A screen that nobody sees, under a free number, for browsers that do not run without one. */
export async function startVirtualScreen(): Promise<VirtualScreen> {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const number = await new Promise<string>((resolve, reject) => {
    screen.stdio[3]?.once('data', (written: Buffer) => resolve(written.toString().trim()))
    screen.once('error', reject)
    screen.once('exit', () => reject(new Error('Xvfb did not start')))
  })
  return { display: `:${number}`, stop: () => screen.kill() }
}
