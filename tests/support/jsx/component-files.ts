import path from 'node:path'
import { parseSync, type Node, type Program } from 'oxc-parser'
import { sourceFiles } from '../source-files'
import { isFunction, nodesIn, type AnyFunction } from './syntax'

/** A file of components, as far as a check of what they draw needs it. */
export interface ComponentFile {
  readonly path: string
  readonly source: string
  readonly program: Program
  /** What the file's names stand for; names that stand for several things in it have all of them. */
  readonly named: ReadonlyMap<string, readonly Node[]>
  /** Names that stand for what a function is given, or for a part of something. */
  readonly given: ReadonlySet<string>
  /** The props that are given to be drawn: `children`, say. */
  readonly slots: ReadonlySet<string>
  /** The project's files that it takes names from, by these names; '' for those without a name. */
  readonly imports: ReadonlyMap<string, string>
  readonly directive: string | null
}

export type ComponentFiles = ReadonlyMap<string, ComponentFile>

/** What stands for a name: a function, also one within a call such as `memo(…)`, or an expression. */
function meaningsIn(program: Program): ReadonlyMap<string, readonly Node[]> {
  const named = new Map<string, Node[]>()
  const add = (name: string, node: Node) => named.set(name, [...(named.get(name) ?? []), node])
  for (const node of nodesIn(program)) {
    if (isFunction(node) && node.id) add(node.id.name, node)
    if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier' && node.init) {
      add(node.id.name, node.init)
    }
  }
  return named
}

function givenIn(program: Program): ReadonlySet<string> {
  const patterns = nodesIn(program).flatMap((node): readonly Node[] => {
    if (isFunction(node)) return node.params
    return node.type === 'VariableDeclarator' && node.id.type !== 'Identifier' ? [node.id] : []
  })
  return new Set(
    patterns
      .flatMap((pattern) => nodesIn(pattern))
      .flatMap((node) => (node.type === 'Identifier' ? [node.name] : [])),
  )
}

/** Props whose type is ReactNode: members of an interface, or of a type that is written at a parameter. */
function slotsIn(program: Program): ReadonlySet<string> {
  const members = nodesIn(program).flatMap((node): readonly Node[] => {
    if (node.type === 'TSInterfaceBody') return node.body
    if (!isFunction(node)) return []
    return node.params.flatMap((param) => {
      const type = 'typeAnnotation' in param ? param.typeAnnotation?.typeAnnotation : undefined
      return type?.type === 'TSTypeLiteral' ? type.members : []
    })
  })
  return new Set(
    members.flatMap((member) => {
      if (member.type !== 'TSPropertySignature' || member.key.type !== 'Identifier') return []
      const type = member.typeAnnotation?.typeAnnotation
      const name =
        type?.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name
      return name === 'ReactNode' ? [member.key.name] : []
    }),
  )
}

function resolveIn(from: string, request: string, paths: ReadonlySet<string>): string | undefined {
  const isOurs = request.startsWith('@/') || request.startsWith('.')
  const base = request.startsWith('@/') ? request.slice(2) : path.join(path.dirname(from), request)
  return isOurs ? ['.tsx', '.ts'].map((end) => base + end).find((file) => paths.has(file)) : undefined
}

function importsIn(program: Program, from: string, paths: ReadonlySet<string>): ReadonlyMap<string, string> {
  return new Map(
    program.body.flatMap((node): (readonly [string, string])[] => {
      if (node.type !== 'ImportDeclaration' || node.importKind === 'type') return []
      const file = resolveIn(from, node.source.value, paths)
      if (file === undefined) return []
      const names = node.specifiers.filter((each) => !('importKind' in each) || each.importKind !== 'type')
      return names.length === 0 ? [['', file]] : names.map(({ local }) => [local.name, file])
    }),
  )
}

/** Some source texts by their paths, read as files of components. Throws what is wrong with one that cannot be read. */
export function readComponents(sources: ReadonlyMap<string, string>): ComponentFiles {
  const paths = new Set(sources.keys())
  return new Map(
    [...sources].map(([file, source]) => {
      const { program, errors } = parseSync(file, source)
      if (errors[0]) throw new Error(`${file}: ${errors[0].message}`)
      const [first] = program.body
      const read: ComponentFile = {
        path: file,
        source,
        program,
        named: meaningsIn(program),
        given: givenIn(program),
        slots: slotsIn(program),
        imports: importsIn(program, file, paths),
        directive: first && 'directive' in first ? (first.directive ?? null) : null,
      }
      return [file, read]
    }),
  )
}

export const projectComponents = (): ComponentFiles => readComponents(sourceFiles('app', 'components'))

/** A component or function of this name, in this file or in the one that it is taken from. */
export function functionsNamed(
  files: ComponentFiles,
  file: ComponentFile,
  name: string,
): readonly (readonly [ComponentFile, AnyFunction])[] {
  const home = files.get(file.imports.get(name) ?? file.path) ?? file
  return (home.named.get(name) ?? []).flatMap((node) =>
    (isFunction(node) ? [node] : node.type === 'CallExpression' ? node.arguments : [])
      .filter((each) => isFunction(each))
      .map((each) => [home, each] as const),
  )
}
