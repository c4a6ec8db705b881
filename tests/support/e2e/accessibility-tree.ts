import type { CDPSession, Page } from '@playwright/test'

type Nodes = Awaited<ReturnType<typeof fullTree>>['nodes']
type Node = Nodes[number]

/** Roles that a person hears or moves by. The text itself is in their names, or told as `text`. */
const told = new Set(
  [
    'RootWebArea banner main contentinfo navigation region article form search group heading link button radio checkbox',
    'list listitem status alert table row cell columnheader rowheader definition term paragraph StaticText image DisclosureTriangle',
  ].flatMap((roles) => roles.split(' ')),
)

const states = ['checked', 'disabled', 'expanded', 'focused', 'level', 'required', 'live'] as const

const fullTree = (session: CDPSession) => session.send('Accessibility.getFullAXTree')

function line({ role, name, description, properties = [] }: Node): string {
  const has = states
    .filter((state) => state !== 'level' || role?.value === 'heading')
    .flatMap((state) => {
      const value: unknown = properties.find((property) => property.name === state)?.value.value
      return value === undefined || value === false || value === 'false' || value === ''
        ? []
        : [`${state}=${typeof value === 'string' ? value : JSON.stringify(value)}`]
    })
  const parts = [String(role?.value), name?.value ? JSON.stringify(name.value) : '', ...has]
  if (description?.value) parts.push(`described as ${JSON.stringify(description.value)}`)
  return parts.filter(Boolean).join(' ')
}

/** Chromium's accessibility tree of a page, or of what a selector finds, one line for each thing that is told. */
export async function accessibilityTree(page: Page, selector = 'body'): Promise<string> {
  const session = await page.context().newCDPSession(page)
  await session.send('Accessibility.enable')
  await session.send('DOM.getDocument', { depth: 0 })
  const { result } = await session.send('Runtime.evaluate', {
    expression: `document.querySelector('${selector}')`,
  })
  const { node } = await session.send('DOM.describeNode', { objectId: result.objectId ?? '' })
  const { nodes } = await fullTree(session)
  await session.detach()

  const byId = new Map(nodes.map((each) => [each.nodeId, each]))
  const root = nodes.find((each) => each.backendDOMNodeId === node.backendNodeId)
  const lines: string[] = []
  const isSaid = (text: string, parentName: string) =>
    parentName.includes(text) || lines.at(-1)?.includes(JSON.stringify(text)) === true
  const visit = (each: Node, depth: number, parentName: string) => {
    const role = String(each.role?.value)
    const name = String(each.name?.value ?? '')
    // A text that is the name of its parent, or of the control before it, would be told twice.
    const isTold =
      !each.ignored && told.has(role) && !(role === 'StaticText' && isSaid(name.trim(), parentName))
    if (isTold) lines.push(`${'  '.repeat(depth)}${line(each)}`)
    for (const id of each.childIds ?? []) {
      const child = byId.get(id)
      if (child) visit(child, isTold ? depth + 1 : depth, isTold && name ? name : parentName)
    }
  }
  if (root) visit(root, 0, '')
  return `${lines.join('\n')}\n`
}
