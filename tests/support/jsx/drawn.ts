import type { Node } from 'oxc-parser'
import { functionsNamed, type ComponentFile, type ComponentFiles } from './component-files'
import { drawnChildren, isFunction, nodesIn, returnsOf } from './syntax'

type JsxElement = Extract<Node, { type: 'JSXElement' }>
type Call = Extract<Node, { type: 'CallExpression' }>

/** What may be drawn in place of an expression: no bare text, one, or several side by side. */
export type Drawn = 'noText' | 'text' | 'texts'

const worst = (found: readonly Drawn[]): Drawn =>
  found.includes('texts') ? 'texts' : found.includes('text') ? 'text' : 'noText'

/** Puts each text that it is given into an element of its own. */
export const separator = 'SeparateTexts'

/** The component that a tag names; null for an element of the page. */
export function componentOf({ openingElement: { name } }: JsxElement): string | null {
  return name.type === 'JSXIdentifier' && /^[A-Z]/.test(name.name) ? name.name : null
}

/** Says what an expression of a file may draw. What cannot be told from its form is one text. */
export type DrawnReader = (node: Node, file: ComponentFile) => Drawn

function readerOf(files: ComponentFiles, textSlots: ReadonlySet<string>): DrawnReader {
  // What is asked again while it is being answered goes round in a circle, which adds no text.
  const asked = new Set<Node>()

  const returned: DrawnReader = (fn, file) => {
    if (!isFunction(fn) || asked.has(fn)) return 'noText'
    asked.add(fn)
    const answer = worst(returnsOf(fn).map((each) => drawn(each, file)))
    asked.delete(fn)
    return answer
  }
  const named = (name: string, file: ComponentFile): Drawn => {
    if (name === 'undefined') return 'noText'
    const meanings = (file.named.get(name) ?? []).filter((node) => !isFunction(node))
    const isGiven = file.given.has(name) || meanings.length === 0
    const isElement = file.slots.has(name) && !textSlots.has(`${file.path}#${name}`)
    return worst([...meanings.map((node) => drawn(node, file)), isGiven && !isElement ? 'text' : 'noText'])
  }
  const called = (call: Call, file: ComponentFile): Drawn => {
    const { callee, arguments: given } = call
    if (callee.type === 'Identifier') {
      const found = functionsNamed(files, file, callee.name)
      return found.length === 0 ? 'text' : worst(found.map(([home, fn]) => returned(fn, home)))
    }
    const method = callee.type === 'MemberExpression' && 'name' in callee.property && callee.property.name
    if (method === 'rich') return 'texts'
    if (method !== 'map' && method !== 'flatMap') return 'text'
    return given[0] && isFunction(given[0]) && returned(given[0], file) === 'noText' ? 'noText' : 'texts'
  }
  const element = (node: JsxElement, file: ComponentFile): Drawn => {
    const name = componentOf(node)
    if (name === null || name === separator) return 'noText'
    // Several texts are found where the component draws them.
    const found = functionsNamed(files, file, name).map(([home, fn]) => returned(fn, home))
    return worst(found) === 'noText' ? 'noText' : 'text'
  }

  const drawn: DrawnReader = (node, file) => {
    switch (node.type) {
      case 'JSXElement':
        return element(node, file)
      case 'JSXFragment':
        return drawnChildren(node.children).every((child) => drawn(child, file) === 'noText')
          ? 'noText'
          : 'text'
      case 'JSXExpressionContainer':
      case 'ParenthesizedExpression':
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
        return drawn(node.expression, file)
      case 'AwaitExpression':
        return drawn(node.argument, file)
      case 'Literal':
        return typeof node.value === 'string' || typeof node.value === 'number' ? 'text' : 'noText'
      case 'ConditionalExpression':
        return worst([drawn(node.consequent, file), drawn(node.alternate, file)])
      case 'LogicalExpression':
        return worst([drawn(node.right, file), node.operator === '&&' ? 'noText' : drawn(node.left, file)])
      case 'ArrayExpression':
        return node.elements.every((each) => each === null || drawn(each, file) === 'noText')
          ? 'noText'
          : 'texts'
      case 'Identifier':
        return named(node.name, file)
      case 'CallExpression':
        return called(node, file)
      default:
        return 'text'
    }
  }
  return drawn
}

/** The slots that a call of a component fills with text, as the component's file and their names. */
function filledWithText(file: ComponentFile, call: JsxElement, files: ComponentFiles, drawn: DrawnReader) {
  const name = componentOf(call)
  const home = name === null ? undefined : functionsNamed(files, file, name)[0]?.[0].path
  if (home === undefined) return []
  const given = call.openingElement.attributes.flatMap((attribute) =>
    attribute.type === 'JSXAttribute' && attribute.name.type === 'JSXIdentifier' && attribute.value !== null
      ? [{ slot: attribute.name.name, node: attribute.value }]
      : [],
  )
  const children = drawnChildren(call.children).map((node) => ({ slot: 'children', node }))
  return [...given, ...children]
    .filter(({ node }) => drawn(node, file) !== 'noText')
    .map(({ slot }) => `${home}#${slot}`)
}

/** A reader that knows which slots are given texts. Reads until no more are found: one may hand on what another was given. */
export function createDrawnReader(files: ComponentFiles): DrawnReader {
  let textSlots: ReadonlySet<string> = new Set()
  for (;;) {
    const drawn = readerOf(files, textSlots)
    const found = [...files.values()].flatMap((file) =>
      nodesIn(file.program).flatMap((node) =>
        node.type === 'JSXElement' ? filledWithText(file, node, files, drawn) : [],
      ),
    )
    const next = new Set(found)
    if (next.size === textSlots.size) return drawn
    textSlots = next
  }
}
