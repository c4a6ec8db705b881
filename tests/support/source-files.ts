import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The project's own TypeScript under some folders, by path from the root; generated code left out. */
export function sourceFiles(...folders: readonly string[]): ReadonlyMap<string, string> {
  const files = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
      path.join(folder, name),
    ),
  )
  return new Map(
    files
      .filter((name) => /\.tsx?$/.test(name) && !name.includes(`${path.sep}generated${path.sep}`))
      .map((name) => [name, readFileSync(path.join(root, name), 'utf8')]),
  )
}
