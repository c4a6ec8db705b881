import type { Node } from 'oxc-parser'
import { changingFiles } from './changing-files'
import type { ComponentFile, ComponentFiles } from './component-files'
import { componentOf, createDrawnReader, separator, type DrawnReader } from './drawn'
import { drawnChildren, nodesIn } from './syntax'

type Container = Extract<Node, { type: 'JSXElement' | 'JSXFragment' }>

function isSpace(node: Node): boolean {
  const text = node.type === 'JSXExpressionContainer' ? node.expression : node
  return (
    (text.type === 'JSXText' || text.type === 'Literal') &&
    typeof text.value === 'string' &&
    text.value.trim() === ''
  )
}

/** Whether something in a container may be a text beside something else, or a space beside what comes and goes. */
function isMixed(container: Container, file: ComponentFile, drawn: DrawnReader): boolean {
  if (container.type === 'JSXElement' && componentOf(container) === separator) return false
  const children = drawnChildren(container.children)
  const others = children.filter((child) => !isSpace(child))
  const found = others.map((child) => drawn(child, file))
  if (found.includes('texts')) return true
  if (children.length < 2) return false
  const hasSpaces = others.length < children.length
  return found.includes('text') || (hasSpaces && others.some((child) => child.type !== 'JSXElement'))
}

const short = (text: string) => {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}

/**
 * Elements whose text may change beside something else, in files whose elements may change while a page is open: by path,
 * each as its tag and the beginning of what is in it. A browser that translates a page puts `<font>` around each text, and React
 * then no longer finds the text where it left it; a text that is alone in its element it writes anew.
 */
export function mixedTexts(files: ComponentFiles): Readonly<Record<string, readonly string[]>> {
  const drawn = createDrawnReader(files)
  const found = [...changingFiles(files)].toSorted().flatMap((path) => {
    const file = files.get(path)
    const mixed = (file === undefined ? [] : nodesIn(file.program)).flatMap((node) => {
      const isContainer = node.type === 'JSXElement' || node.type === 'JSXFragment'
      return file && isContainer && isMixed(node, file, drawn)
        ? [short(file.source.slice(node.start, node.end))]
        : []
    })
    return mixed.length > 0 ? [[path, mixed] as const] : []
  })
  return Object.fromEntries(found)
}
