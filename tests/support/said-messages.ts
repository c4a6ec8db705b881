import path from 'node:path'
import { parseSync, type Node, type Program } from 'oxc-parser'
import { nodesIn } from './jsx/syntax'

// Which messages the source says: what it gives to the functions that `useTranslations` and `getTranslations` make. A key that is put
// together says whatever has its form. One that is looked up, or is taken from elsewhere, says whatever its file, or a file that this
// one imports, has as a text or as a name.

/** A key, or what is known of one: `null` stands for a part that may be anything. */
type Key = readonly (string | null)[]

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** A call without what stands around it. */
function bare(node: Node): Node {
  if (node.type === 'AwaitExpression') return bare(node.argument)
  return node.type === 'ParenthesizedExpression' ? bare(node.expression) : node
}

/** The namespace of the function that a call makes: '' for all messages; null where it makes none. */
function namespaceOf(found: Node): string | null {
  const node = bare(found)
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return null
  if (!/^(?:use|get)Translations$/.test(node.callee.name)) return null
  const [first] = node.arguments
  if (first?.type === 'Literal' && typeof first.value === 'string') return first.value
  if (first?.type !== 'ObjectExpression') return ''
  for (const property of first.properties) {
    if (
      property.type !== 'Property' ||
      property.key.type !== 'Identifier' ||
      property.key.name !== 'namespace'
    )
      continue
    return property.value.type === 'Literal' ? String(property.value.value) : null
  }
  return ''
}

/** The keys that an argument may be. `null` among them: one that is looked up. */
function keysIn(node: Node | undefined): readonly (Key | null)[] {
  if (node?.type === 'Literal') return [[String(node.value)]]
  if (node?.type === 'TemplateLiteral') {
    const parts = node.quasis.flatMap(({ value }, index) => (index === 0 ? [value.raw] : [null, value.raw]))
    return [parts.filter((part) => part !== '')]
  }
  if (node?.type === 'ConditionalExpression') return [...keysIn(node.consequent), ...keysIn(node.alternate)]
  return node?.type === 'TSAsExpression' ? keysIn(node.expression) : [null]
}

interface Use {
  readonly namespace: string
  /** null: looked up. */
  readonly key: Key | null
}

/** What is done with the functions that a file makes, by their names, or at once. */
function usesIn(program: Program): readonly Use[] {
  const nodes = nodesIn(program)
  const named = new Map<string, Set<string>>()
  for (const node of nodes) {
    if (node.type !== 'VariableDeclarator' || node.id.type !== 'Identifier' || !node.init) continue
    const namespace = namespaceOf(node.init)
    if (namespace === null) continue
    named.set(node.id.name, (named.get(node.id.name) ?? new Set()).add(namespace))
  }
  const namespacesOf = (node: Node): readonly string[] => {
    if (node.type === 'Identifier') return [...(named.get(node.name) ?? [])]
    const namespace = namespaceOf(node)
    return namespace === null ? [] : [namespace]
  }
  const called = new Set<Node>()
  const uses: Use[] = []
  for (const node of nodes) {
    if (node.type === 'VariableDeclarator') {
      // Its name, and what makes it: no use.
      called.add(node.id)
      if (node.init && node.id.type === 'Identifier') called.add(bare(node.init))
    }
    if (node.type !== 'CallExpression') continue
    const { callee } = node
    const isWay =
      callee.type === 'MemberExpression' &&
      callee.property.type === 'Identifier' &&
      /^(?:rich|markup|has|raw)$/.test(callee.property.name)
    const maker = bare(isWay ? callee.object : callee)
    for (const namespace of namespacesOf(maker)) {
      called.add(maker)
      uses.push(...keysIn(node.arguments[0]).map((key) => ({ namespace, key })))
    }
  }
  // Given away, to be called by somebody else.
  for (const node of nodes) {
    if (called.has(node) || (node.type !== 'Identifier' && node.type !== 'CallExpression')) continue
    for (const namespace of namespacesOf(node)) uses.push({ namespace, key: null })
  }
  return uses
}

/** Every text and name of a file: keys of its objects, types, options. */
function wordsOf(program: Program): readonly string[] {
  return nodesIn(program).flatMap((node): readonly string[] => {
    if (node.type === 'Literal' && typeof node.value === 'string') return [node.value]
    if (node.type !== 'Property' && node.type !== 'TSPropertySignature') return []
    return node.key.type === 'Identifier' ? [node.key.name] : []
  })
}

/** The project's files that a file imports, types too. */
function importsOf(from: string, program: Program, paths: ReadonlyMap<string, unknown>): readonly string[] {
  return program.body.flatMap((node) => {
    if (node.type !== 'ImportDeclaration') return []
    const request = node.source.value
    const base = request.startsWith('@/') ? request.slice(2) : path.join(path.dirname(from), request)
    return ['.tsx', '.ts'].map((end) => base + end).filter((file) => paths.has(file))
  })
}

/** Which of some keys of messages the source says. */
export function saidMessages(
  keys: readonly string[],
  sources: ReadonlyMap<string, string>,
): ReadonlySet<string> {
  const programs = new Map([...sources].map(([file, text]) => [file, parseSync(file, text).program]))
  const words = new Map([...programs].map(([file, program]) => [file, wordsOf(program)]))
  const said = new Set<string>()
  const forms = new Set<string>()
  for (const [file, program] of programs) {
    const near = [file, ...importsOf(file, program, programs)].flatMap((each) => words.get(each) ?? [])
    for (const { namespace, key } of usesIn(program)) {
      const start = namespace === '' ? '' : `${namespace}.`
      if (key === null) for (const word of near) said.add(start + word)
      else if (key.includes(null)) {
        const parts = key.map((part) => (part === null ? String.raw`[\w-]+` : escaped(part)))
        forms.add(escaped(start) + parts.join(''))
      } else said.add(start + key.join(''))
    }
  }
  const form = new RegExp(`^(?:${[...forms].join('|')})$`)
  return new Set(keys.filter((key) => said.has(key) || form.test(key)))
}
