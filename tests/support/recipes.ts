import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** One block of a recipe: commands for a shell, or what changes in a file. */
type Step =
  | { readonly kind: 'sh'; readonly commands: string }
  | { readonly kind: 'diff'; readonly file: string; readonly hunks: readonly Hunk[] }

/** Whole lines. A hunk of which nothing was there before is a new file. */
interface Hunk {
  readonly before: string
  readonly after: string
}

export interface Recipe {
  readonly title: string
  readonly steps: readonly Step[]
}

const linesThat = (lines: readonly string[], marks: string) =>
  lines
    .filter((line) => marks.includes(line.charAt(0) || ' '))
    .map((line) => `${line.slice(1)}\n`)
    .join('')

function stepOf(language: string, block: string): Step {
  if (language === 'sh') return { kind: 'sh', commands: block }
  const [head = '', ...lines] = block.trimEnd().split('\n')
  if (!head.startsWith('+++ ')) throw new Error(`no file is named: ${head}`)
  const hunks = lines
    .join('\n')
    .split(/^@@$/m)
    .map((hunk) => hunk.replaceAll(/^\n|\n$/g, '').split('\n'))
  return {
    kind: 'diff',
    file: head.slice('+++ '.length),
    hunks: hunks.map((hunk) => ({ before: linesThat(hunk, ' -'), after: linesThat(hunk, ' +') })),
  }
}

/** The recipes of a text: each heading under "How to add", with its blocks of `diff` and `sh`, in order. */
export function recipesIn(text: string): readonly Recipe[] {
  const [, section = ''] = /^## How to add$(.*?)^## /ms.exec(text) ?? []
  return section
    .split(/^### /m)
    .slice(1)
    .map((part) => ({
      title: part.slice(0, part.indexOf('\n')),
      steps: [...part.matchAll(/^```(diff|sh)\n(.*?)^```$/gms)].map(([, language = '', block = '']) =>
        stepOf(language, block),
      ),
    }))
}

/** Changes a file of `root` as a recipe says. Throws where the file is not as the recipe shows it. */
export function applyHunks(root: string, file: string, hunks: readonly Hunk[]): void {
  const target = path.join(root, file)
  for (const { before, after } of hunks) {
    if (before === '') {
      if (existsSync(target)) throw new Error(`${file} is there already`)
      mkdirSync(path.dirname(target), { recursive: true })
      writeFileSync(target, after)
      continue
    }
    const text = `\n${readFileSync(target, 'utf8')}`
    const parts = text.split(`\n${before}`)
    if (parts.length !== 2) throw new Error(`${file} has these lines ${parts.length - 1} times:\n${before}`)
    writeFileSync(target, parts.join(`\n${after}`).slice(1))
  }
}
