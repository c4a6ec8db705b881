import { siteOrigin } from '@/app/site-origin'
import type { ProblemName, ProblemPart } from '@/lib/api/problems'
import { publishedStates } from '@/lib/db/waves/published-states'
import { endings, filesName, type Ending, type FigureFiles } from '@/lib/figure-data/file'
import { fragmentOf } from '@/lib/waves/fragment'
import { onlyFigure, type PublishedState } from '@/lib/figure-data/published'
import { writeFigureFile } from '@/lib/figure-data/write-file'
import { figureFilePath, figuresPath, type FiguresPlace } from '@/lib/i18n/data-addresses'
import { figureLanguages } from '@/lib/i18n/figure-language'
import { isLocale, type Locale } from '@/lib/i18n/locales'

/** What an address asks for. */
export interface AskedFile extends FiguresPlace {
  readonly locale: string
  readonly ending: string
  /** As it stands in the address; null: the last one. */
  readonly state: string | null
}

interface FoundFile {
  readonly name: string
  readonly ending: Ending
  readonly content: string | Buffer<ArrayBuffer>
  /** Whether the state was named, so that the figures in the file never change. */
  readonly isLasting: boolean
  /** The page that shows the same. */
  readonly page: string
}

/** Why there is no file. */
export interface NoFile {
  readonly problem: ProblemName
  readonly detail: string
  readonly errors?: readonly ProblemPart[]
}

const isEnding = (text: string): text is Ending => endings.some((ending) => ending === text)

const stateNumber = (text: string | null) =>
  text !== null && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null

interface FoundState {
  readonly published: PublishedState
  /** The number that was asked for; null: none, so that it is the last one. */
  readonly number: number | null
}

/** What was published of a wave, in the state that an address names. Throws DatabaseError. */
export async function findPublished(
  waveId: string | null,
  state: string | null,
): Promise<FoundState | NoFile> {
  const last = await publishedStates.find(waveId)
  if (last === null) {
    return { problem: 'unknown-wave', detail: 'A wave is named by year and month, such as 2025-12.' }
  }
  if (state === null) return { published: last, number: null }
  const number = stateNumber(state)
  const published = number === null ? null : await publishedStates.find(last.state.waveId, number)
  if (published === null) return { problem: 'unknown-state', detail: 'The wave has no state of this number.' }
  return { published, number }
}

/** What files of figures are made of, with addresses of this site: `origin` is what they begin with. */
export async function figureFiles(
  locale: Locale,
  place: FiguresPlace,
  published: PublishedState,
  number: number | null,
  origin: string = siteOrigin(),
): Promise<FigureFiles> {
  const { waveId } = published.state
  return {
    published,
    languages: await figureLanguages(locale),
    addressOf: (figure) => `${origin}${figuresPath(locale, { waveId, fragment: fragmentOf(figure) })}`,
    pageAddress: `${origin}${figuresPath(locale, place)}`,
    fileAddress: (ending) => `${origin}${figureFilePath(locale, place, ending, number)}`,
    fragment: place.fragment,
  }
}

/** The file of figures at an address. Throws DatabaseError. */
export async function findFigureFile(asked: AskedFile): Promise<FoundFile | NoFile> {
  const { locale, ending, waveId, fragment, state } = asked
  if (!isLocale(locale) || !isEnding(ending)) {
    return { problem: 'unknown-address', detail: 'There is no such file.' }
  }
  const found = await findPublished(waveId, state)
  if ('problem' in found) return found
  const published = fragment === null ? found.published : onlyFigure(found.published, fragment)
  if (published === null) {
    return { problem: 'unknown-figure', detail: 'The wave has no figure of this name in this state.' }
  }
  const files = await figureFiles(locale, { waveId, fragment }, published, found.number)
  return {
    name: filesName(files),
    ending,
    content: await writeFigureFile(files, ending),
    isLasting: found.number !== null,
    page: files.pageAddress,
  }
}
