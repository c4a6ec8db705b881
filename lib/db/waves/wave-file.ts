import { DataFileError } from '@/lib/errors'
import { waveDescription, waveSources, type WaveDocument } from '@/lib/waves/wave-document'

const schema = waveDescription.extend({ sources: waveSources })

/** The wave and sources in a `wave.json`. Throws DataFileError with every problem, by field. */
export function parseWaveFile(json: string, file: string): Omit<WaveDocument, 'figures'> {
  const parsed = schema.safeParse(readJson(json, file))
  if (!parsed.success) {
    throw new DataFileError(
      file,
      parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`),
    )
  }
  const { sources, ...wave } = parsed.data
  return { wave, sources }
}

function readJson(json: string, file: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    throw new DataFileError(file, [error instanceof Error ? error.message : String(error)])
  }
}
