import type { ItemId } from '@/lib/instrument/catalogue'
import type { ReleaseLevels } from './record'
import type { LanguageWords } from './words'

/** What files say of the licence that they are under. */
export interface PublishedLicence {
  /** `id` of https://spdx.org/licenses. */
  readonly id: string
  readonly title: string
  readonly url: string
}

/** What is said of a release in its files. */
export interface Release {
  /** Of the wave whose questions were asked, such as `2025-12`. */
  readonly waveId: string
  /** Tells the releases of a wave apart: small letters, digits and hyphens. */
  readonly releaseId: string
  readonly instrumentVersion: string
  /** Responses after this day are not in it: `YYYY-MM-DD`. */
  readonly cutOn: string
  /** Number of records. */
  readonly recordCount: number
  /** Whether the responses are made up. */
  readonly isDemo: boolean
  readonly levels: ReleaseLevels
  readonly quasiIdentifiers: ReadonlySet<ItemId>
  /** As an owner chose it; null: none was chosen, so that the files must not be passed on. */
  readonly licence: PublishedLicence | null
  /** Who publishes the release, to be cited. */
  readonly publisher: string
  /** Where it can be found; null: nowhere yet. */
  readonly url: string | null
}

/** What the bundle of a release is called, without its ending. */
export function bundleName({ waveId, releaseId }: Pick<Release, 'waveId' | 'releaseId'>): string {
  return `miroir-${waveId}-${releaseId}`
}

/** The title of a release, with its wave and its id. */
export function releaseTitle({ waveId, releaseId }: Release, words: LanguageWords): string {
  const { title, wave, release } = words.export
  return `${title}, ${wave} ${waveId}, ${release} ${releaseId}`
}

/** How to cite a release: publisher, year, title, address. */
export function citation(release: Release, words: LanguageWords): string {
  const year = release.cutOn.slice(0, 4)
  const parts = [
    `${release.publisher} (${year})`,
    releaseTitle(release, words),
    ...[release.url ?? []].flat(),
  ]
  return `${parts.join('. ')}.`
}

/** Who took part and what the files can be used for, one sentence or two each. */
export function aboutRelease(release: Release, { export: { about } }: LanguageWords): readonly string[] {
  return [
    about.what,
    ...(release.isDemo ? [about.demo] : [about.took]),
    about.notRepresentative,
    about.wording,
  ]
}
