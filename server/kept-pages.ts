import type { OutgoingHttpHeaders } from 'node:http'
import { locales } from '@/lib/i18n/locales'
import { pathTo, type RouteId } from '@/lib/i18n/routes'
import { kindOfError, log } from '@/lib/log'
import { pageType, varyOfPages } from './built-answers'
import { compressed } from './encodings'
import { readyAnswer, type FindReady, type ReadyAnswer } from './ready-answers'
import { isScriptless, policyOf, withoutScripts } from './scriptless-pages'

/**
 * The pages that show figures or the operator, of the database, and nothing of who asks. Whichever the build renders itself is not
 * asked for.
 */
const keptRoutes: readonly RouteId[] = [
  'home',
  'figures',
  'trends',
  'corrections',
  'method',
  'privacy',
  'accessibility',
  'legalNotice',
]

const ofRoutes: ReadonlySet<string> = new Set(
  keptRoutes.flatMap((route) => locales.map((locale) => pathTo(route, locale))),
)

/** The addresses of these pages, and of the pages of one figure, of which there are many. */
export const keptAddresses = {
  has: (address: string): boolean => ofRoutes.has(address) || isScriptless(address),
}

/** So many pages are kept at most: anybody may ask for a figure that there never was. */
const mostKept = 600

/** A page as the framework renders it for nobody in particular. */
export interface RenderedPage {
  readonly html: Buffer
  /** What the browser should fetch meanwhile, such as fonts; undefined: nothing. */
  readonly link: OutgoingHttpHeaders['link']
}

export interface PageSource {
  readonly addresses: { readonly has: (address: string) => boolean }
  /** Renders a page; null where it may not be kept. */
  readonly render: (address: string) => Promise<RenderedPage | null>
  /** What the pages show: another text once any of it has changed. Throws where that cannot be read. */
  readonly readRevision: () => Promise<string>
}

/** How often the revision is read at most, in milliseconds: what has changed is shown after that. */
export const checkEachMs = 5000

/** How long a page is kept, in milliseconds: a row that was changed by hand raises no revision. */
export const maxAgeMs = 60_000

/** How long it is waited for a page that is being rendered before it is asked for once more, in milliseconds. */
const patienceMs = 10_000

/** When the revision was last read. */
interface Check {
  /** On the keeper's clock, in milliseconds. */
  readonly at: number
  readonly revision: Promise<string | null>
  /** The same once it is there. */
  found: string | null
}

interface Kept {
  readonly revision: string
  readonly answer: Promise<ReadyAnswer | null>
  /** The same once it is there. */
  made: ReadyAnswer | null
  /** On the keeper's clock, in milliseconds. */
  until: number
}

async function answerOf(
  address: string,
  { html: rendered, link }: RenderedPage,
  before: ReadyAnswer | null,
): Promise<ReadyAnswer> {
  const isBare = isScriptless(address)
  const html = isBare ? Buffer.from(withoutScripts(rendered.toString())) : rendered
  if (before?.bodies.get('identity')?.equals(html)) return before
  return readyAnswer(await compressed(html), {
    'Content-Type': pageType,
    // A browser may keep it, and asks each time whether it is still the one.
    'Cache-Control': 'no-cache',
    Vary: varyOfPages,
    ...(link !== undefined && { Link: String(link) }),
    ...(isBare && { 'Content-Security-Policy': policyOf(address) }),
  })
}

/**
 * Has each page rendered once, and keeps it as long as what it shows stays the same. null for any other address, and where the
 * revision cannot be read or the page may not be kept: the framework answers then.
 */
export function keepPages(source: PageSource, now: () => number = () => performance.now()): FindReady {
  const pages = new Map<string, Kept>()
  let checked: Check | null = null

  const failed = (what: string) => (error: unknown) => {
    log.warn(kindOfError(error), what)
    return null
  }
  const isChecked = (check: Check | null): check is Check => check !== null && now() - check.at < checkEachMs
  const revisionNow = async () => {
    if (isChecked(checked)) return checked.revision
    const revision = source.readRevision().catch(failed('the revision was not read'))
    const check: Check = { at: now(), revision, found: null }
    checked = check
    check.found = await revision
    return check.found
  }
  const make = async (address: string, before: Kept | undefined) => {
    const page = await source.render(address)
    return page === null ? null : answerOf(address, page, before?.made ?? null)
  }
  const keep = (address: string, revision: string, before: Kept | undefined) => {
    const answer = make(address, before)
      .catch(failed('a page could not be kept'))
      .then((made) => {
        kept.until = now() + (made === null ? checkEachMs : maxAgeMs)
        kept.made = made
        return made
      })
    const kept: Kept = { revision, answer, made: null, until: now() + patienceMs }
    pages.delete(address)
    pages.set(address, kept)
    const [oldest] = pages.keys()
    if (pages.size > mostKept && oldest !== undefined) pages.delete(oldest)
    return answer
  }

  const freshOf = (address: string, revision: string) => {
    const kept = pages.get(address)
    return kept?.revision === revision && now() < kept.until ? kept : null
  }
  const wait = async (address: string) => {
    const revision = await revisionNow()
    if (revision === null) return null
    return freshOf(address, revision)?.answer ?? keep(address, revision, pages.get(address))
  }
  return (address) => {
    if (!source.addresses.has(address)) return null
    const revision = isChecked(checked) ? checked.found : null
    return (revision === null ? null : freshOf(address, revision)?.made) ?? wait(address)
  }
}
