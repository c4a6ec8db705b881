import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { DataFileError } from '@/lib/errors'
import type { WaveDocument } from '@/lib/waves/wave-document'
import { parseFigureFile } from './figure-file'
import { parseWaveFile } from './wave-file'

/** Reads every wave under a folder that holds `<wave id>/wave.json` and `<wave id>/national-figures.csv`. Throws DataFileError. */
export async function readWaveFolders(dataFolder: string): Promise<readonly WaveDocument[]> {
  const entries = await readdir(dataFolder, { withFileTypes: true })
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(dataFolder, name))
  return Promise.all(folders.toSorted().map(readWaveFolder))
}

async function readWaveFolder(folder: string): Promise<WaveDocument> {
  const waveFile = join(folder, 'wave.json')
  const { wave, sources } = parseWaveFile((await readBytes(waveFile)).toString('utf8'), waveFile)
  if (wave.id !== basename(folder)) {
    throw new DataFileError(waveFile, [
      `id: "${wave.id}" must be the name of its folder, ${basename(folder)}`,
    ])
  }
  const file = join(folder, 'national-figures.csv')
  return { wave, sources, figures: parseFigureFile(await readBytes(file), file, sources) }
}

async function readBytes(file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (error) {
    throw new DataFileError(file, [error instanceof Error ? error.message : String(error)])
  }
}
