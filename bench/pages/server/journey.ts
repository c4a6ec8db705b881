import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { allHighest } from '../../../tests/support/golden/all-highest.data'
import type { MeasuredSite } from '../site-with-empty-page'
import { markupOfBody } from './markup'
import type { Shot } from './shoot'

/** What browsers say. */
const accepting = { 'accept-encoding': 'gzip, deflate, br, zstd' }
const formType = { 'content-type': 'application/x-www-form-urlencoded' }

/** One measure: what the site is asked, and the limits that stand beside it. */
export interface Measured {
  readonly name: string
  readonly shots: readonly Shot[]
  /** The same bytes from Node's own server, or something that does less on the site itself. */
  readonly limits: readonly {
    readonly name: string
    readonly isFixed: boolean
    readonly shots: readonly Shot[]
  }[]
  /** The least part of the first limit that is aimed at. */
  readonly aim?: number
}

async function compare(url: string, body: string): Promise<string> {
  const answer = await fetch(`${url}/api/comparison?locale=fr`, {
    method: 'POST',
    body,
    headers: formType,
    redirect: 'manual',
  })
  if (answer.status !== 303) throw new Error(`the comparison answers ${answer.status}`)
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ')
}

/** Writes down a page's markup, for the page that makes it from constants. */
async function writeMarkup(
  { url, folder }: MeasuredSite,
  name: string,
  { target, headers }: Shot,
): Promise<Shot> {
  const html = await (
    await fetch(url + target, { headers: { ...headers, 'accept-encoding': 'identity' } })
  ).text()
  mkdirSync(path.join(folder, 'constant-markup'), { recursive: true })
  writeFileSync(path.join(folder, 'constant-markup', `${name}.json`), JSON.stringify(markupOfBody(html)))
  const constant = { target: `/fr/constant/${name}`, headers: accepting, status: 200 }
  const again = await (await fetch(url + constant.target)).text()
  console.error(`${target}: ${html.length} characters, from constants ${again.length}`)
  return constant
}

function formBody(answers: Readonly<Record<string, string | readonly string[]>>): string {
  const fields = new URLSearchParams()
  for (const [name, given] of Object.entries(answers)) {
    for (const each of [given].flat()) fields.append(name, each)
  }
  return fields.toString()
}

/** The fields of the form on the contribution page, its box ticked. */
async function contributionBody(url: string, page: Shot): Promise<string> {
  const html = await (await fetch(url + page.target, { headers: page.headers })).text()
  const [form = ''] = /<form[^>]*action="\/api\/contribution.*?<\/form>/s.exec(html) ?? []
  const inputs = [...form.matchAll(/<input\b[^>]*>/g)].map(([input]) => ({
    name: /\bname="([^"]*)"/.exec(input)?.[1] ?? '',
    content: /\bvalue="([^"]*)"/.exec(input)?.[1] ?? 'on',
  }))
  return new URLSearchParams(inputs.map(({ name, content }) => [name, content])).toString()
}

/** What is measured of a site: a visitor's way from the first page to the contribution. */
export async function journey(site: MeasuredSite): Promise<readonly Measured[]> {
  const answers = formBody(allHighest.answers)
  const cookie = await compare(site.url, answers)
  const page = (target: string, own: Record<string, string> = {}): Shot => ({
    target,
    headers: { ...accepting, ...own },
    status: 200,
  })
  const post = (target: string, body: string, own: Record<string, string> = {}): Shot => ({
    target,
    method: 'POST',
    body,
    headers: { ...accepting, ...formType, ...own },
    status: 303,
  })
  const results = page('/fr/resultats', { cookie })
  const takePart = page('/fr/participer', { cookie })
  const withdraw = page('/fr/retrait')
  const contribution = await contributionBody(site.url, takePart)

  const fixed = (shot: Shot) => ({ name: 'Node, same bytes', isFixed: true, shots: [shot] })
  const same = async (name: string, shot: Shot) => ({
    name: 'same markup',
    isFixed: false,
    shots: [await writeMarkup(site, name, shot)],
  })
  const parsed = (body: string) => ({
    name: 'parsed only',
    isFixed: false,
    shots: [post('/api/parse-only', body)],
  })
  const sameResults = await same('results', results)
  const readyPages = ['/fr/questionnaire', '/fr'].map((target) => ({
    name: target,
    shots: [page(target)],
    limits: [fixed(page(target))],
    aim: 0.5,
  }))
  return [
    ...readyPages,
    { name: 'results', shots: [results], limits: [sameResults, fixed(results)] },
    {
      name: 'comparison',
      shots: [post('/api/comparison?locale=fr', answers)],
      limits: [parsed(answers)],
    },
    {
      name: 'comparison and results',
      shots: [post('/api/comparison?locale=fr', answers), results],
      limits: [
        {
          name: 'parsed, same markup',
          isFixed: false,
          shots: [post('/api/parse-only', answers), ...sameResults.shots],
        },
      ],
    },
    {
      name: 'contribution page',
      shots: [takePart],
      limits: [await same('take-part', takePart), fixed(takePart)],
    },
    {
      name: 'contribution',
      shots: [post('/api/contribution?locale=fr', contribution, { cookie })],
      limits: [parsed(contribution)],
    },
    {
      name: 'withdrawal page',
      shots: [withdraw],
      limits: [await same('withdraw', withdraw), fixed(withdraw)],
    },
    { name: 'least page', shots: [page('/fr/least')], limits: [fixed(page('/fr/least'))] },
    {
      name: 'least page, with shell',
      shots: [page('/fr/least-in-shell')],
      limits: [{ name: 'without shell', isFixed: false, shots: [page('/fr/least')] }],
    },
  ]
}
