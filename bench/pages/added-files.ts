/** The least that a page of this site can be: the layout that all pages have, and one word. */
const emptyPage = `export default function Page() {
  return <p>Miroir</p>
}
`

/** The same, made for each request. */
const leastPage = `export const dynamic = 'force-dynamic'

${emptyPage}`

/** The same with what stands around every page. */
const leastInShell = `import { PageShell } from '@/components/layout/page-shell'

export const dynamic = 'force-dynamic'

export default function Page() {
  return <PageShell route="help"><p>Miroir</p></PageShell>
}
`

/** The markup of another page, made for each request from constants: no session, no database, no words to look up. */
const constantPage = `import { readFileSync } from 'node:fs'
import { createElement, type ReactNode } from 'react'

export const dynamic = 'force-dynamic'

type Markup = string | readonly [string, Record<string, string | boolean>, readonly Markup[]]

const read = new Map<string, readonly Markup[]>()

function markupOf(name: string): readonly Markup[] {
  const present = read.get(name)
  if (present !== undefined) return present
  const markup = JSON.parse(readFileSync('constant-markup/' + name + '.json', 'utf8'))
  read.set(name, markup)
  return markup
}

function elements(markup: readonly Markup[]): ReactNode[] {
  return markup.map((each, key) =>
    typeof each === 'string' ? each : createElement(each[0], { ...each[1], key }, ...elements(each[2])),
  )
}

export default async function Page({ params }: { params: Promise<{ name: string }> }) {
  return <>{elements(markupOf((await params).name))}</>
}
`

/** What a form costs that is read, and no more. */
const parseOnly = `export async function POST(request: Request) {
  await request.formData()
  return new Response(null, { status: 303, headers: { Location: '/fr', 'Cache-Control': 'no-store' } })
}
`

/** What is added to a copy of the project, to be measured beside it. */
export const addedFiles: Readonly<Record<string, string>> = {
  'app/[locale]/empty/page.tsx': emptyPage,
  'app/[locale]/least/page.tsx': leastPage,
  'app/[locale]/least-in-shell/page.tsx': leastInShell,
  'app/[locale]/constant/[name]/page.tsx': constantPage,
  'app/api/parse-only/route.ts': parseOnly,
}
