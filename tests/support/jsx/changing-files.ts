import type { ComponentFiles } from './component-files'

/** A file and all that it takes names from, directly or not. */
function closureOf(files: ComponentFiles, start: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(start)) return seen
  seen.add(start)
  for (const each of files.get(start)?.imports.values() ?? []) closureOf(files, each, seen)
  return seen
}

/**
 * The files whose elements may change while their page is open: those that run in the browser, and those of pages that
 * call server actions, after which the framework puts what the server renders anew into the page.
 */
export function changingFiles(files: ComponentFiles): ReadonlySet<string> {
  const isMarked = (path: string, directive: string) => files.get(path)?.directive === directive
  return new Set(
    [...files.keys()].flatMap((path) => {
      const reached = [...closureOf(files, path)]
      const callsServer = path.startsWith('app/') && reached.some((each) => isMarked(each, 'use server'))
      return isMarked(path, 'use client') || callsServer ? reached : []
    }),
  )
}
