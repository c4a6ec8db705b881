import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { findBuiltAnswers } from './built-answers'
import { compressed, endings } from './encodings'

/** Where the compressed files of a build are, each at the address of what it holds. */
export const servedFolder = (build: string): string => path.join(build, 'served')

/** Writes the compressed files of a build, in its folder. */
export async function precompress(build: string): Promise<void> {
  const folder = servedFolder(build)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  const compressible = findBuiltAnswers(build).filter(({ isCompressible }) => isCompressible)
  await Promise.all(
    compressible.map(async ({ address, file }) => {
      const bodies = await compressed(readFileSync(file))
      const target = path.join(folder, address)
      mkdirSync(path.dirname(target), { recursive: true })
      for (const encoding of ['br', 'gzip'] as const) {
        const body = bodies.get(encoding)
        if (body !== undefined) writeFileSync(target + endings[encoding], body)
      }
    }),
  )
}
