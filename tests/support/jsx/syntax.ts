import {
  visitorKeys,
  type ArrowFunctionExpression,
  type Function as FunctionSyntax,
  type Node,
} from 'oxc-parser'

const isNode = (found: unknown): found is Node =>
  typeof found === 'object' && found !== null && 'type' in found

/** The nodes right under a node, in the order of the text. */
export function childrenOf(node: Node): readonly Node[] {
  const fields = node as unknown as Readonly<Record<string, unknown>>
  return (visitorKeys[node.type] ?? []).flatMap((key) => [fields[key]].flat().filter(isNode))
}

/** A node and all nodes under it; those under a node that `isEntered` refuses are left out. */
export function nodesIn(node: Node, isEntered: (each: Node) => boolean = () => true): readonly Node[] {
  return isEntered(node) ? [node, ...childrenOf(node).flatMap((each) => nodesIn(each, isEntered))] : [node]
}

export type AnyFunction = ArrowFunctionExpression | FunctionSyntax

export const isFunction = (node: Node): node is AnyFunction =>
  node.type === 'FunctionDeclaration' ||
  node.type === 'FunctionExpression' ||
  node.type === 'ArrowFunctionExpression'

/** What a function may return, without what the functions in it return. */
export function returnsOf({ body }: AnyFunction): readonly Node[] {
  if (body === null) return []
  if (body.type !== 'BlockStatement') return [body]
  return nodesIn(body, (node) => !isFunction(node)).flatMap((node) =>
    node.type === 'ReturnStatement' && node.argument !== null ? [node.argument] : [],
  )
}

/** What React draws of the children between two tags: line breaks and comments are nothing. */
export function drawnChildren(children: readonly Node[]): readonly Node[] {
  return children.filter(
    (child) =>
      !(child.type === 'JSXText' && child.value.trim() === '' && child.value.includes('\n')) &&
      !(child.type === 'JSXExpressionContainer' && child.expression.type === 'JSXEmptyExpression'),
  )
}
