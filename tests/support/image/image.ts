import path from 'node:path'
import { runIn, type Ended, type Entered } from './small-root'

/** What is in an image: its files, in a folder, and how its programs are run. */
export interface Image extends Omit<Entered, 'isReadOnly'> {
  readonly command: readonly string[]
  readonly healthCheck: readonly string[]
}

/** Where a place in an image is on this machine. */
export const placeIn = ({ root, workFolder }: Image, place: string): string =>
  path.join(root, path.posix.resolve(workFolder, place))

/** Runs a command of a Dockerfile while the image is made. Throws what it said where it fails. */
export async function make(image: Image, command: string): Promise<void> {
  const { code, output } = await runIn({ ...image, isReadOnly: false }, ['sh', '-c', command])
  if (code !== 0) throw new Error(`${command} ended with ${code}:\n${output}`)
}

/** Runs a command in a container of an image, as compose.yaml has it: with a file system that it only reads. */
export const inContainer = async (image: Image, command: readonly string[]): Promise<Ended> =>
  runIn({ ...image, isReadOnly: true }, command)
