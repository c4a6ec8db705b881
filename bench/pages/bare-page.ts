import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface BarePage {
  /** The questionnaire's own HTML and style sheet without any script. */
  readonly styled: string
  /** The same without the style sheet: what a browser makes of the fieldsets by itself. */
  readonly plain: string
  readonly stop: () => void
}

const scripts = /<script\b.*?<\/script>|<link\b[^>]*\bas="script"[^>]*>/gs
const styleSheets = /<link\b[^>]*\brel="stylesheet"[^>]*>/g

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => {
    server.listen(0, 'localhost', resolve)
  })
  return `http://localhost:${(server.address() as AddressInfo).port}`
}

/** Serves the fieldsets of a page of the site as bare HTML; what they refer to is fetched from the site itself. */
export async function serveBarePage(page: string): Promise<BarePage> {
  const answer = await fetch(page)
  const styled = (await answer.text()).replaceAll(scripts, '')
  const pages = new Map([
    ['/styled', styled],
    ['/plain', styled.replaceAll(styleSheets, '')],
  ])
  const answerWith = async (address: string): Promise<{ type: string; content: Uint8Array | string }> => {
    const html = pages.get(address)
    if (html !== undefined) return { type: 'text/html; charset=utf-8', content: html }
    const other = await fetch(new URL(address, page))
    return {
      type: other.headers.get('content-type') ?? '',
      content: new Uint8Array(await other.arrayBuffer()),
    }
  }
  const server = createServer((request, response) => {
    answerWith(request.url ?? '/').then(
      ({ type, content }) => response.writeHead(200, { 'Content-Type': type }).end(content),
      () => response.writeHead(502).end(),
    )
  })
  const url = await listening(server)
  return {
    styled: `${url}/styled`,
    plain: `${url}/plain`,
    stop: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
