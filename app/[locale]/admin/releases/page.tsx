import { Releases } from '@/components/admin/releases/releases'
import { askedRanges, parseAskedRules } from '@/lib/anonymisation/asked-rules'
import { isFresh } from '@/lib/auth/session-limits'
import { readWaveIds } from '@/lib/db/waves/wave-ids'
import { localeFrom } from '@/lib/i18n/locales'
import { guarded } from '../guarded'
import { requestReleaseAction } from '../release-actions'
import { adminMetadata } from '../titles'
import { loadReleases } from './load-releases'

export const generateMetadata = async () => adminMetadata('releases')

type Given = string | readonly string[] | undefined

const textOf = (given: Given) => (typeof given === 'string' ? given : '')

/** The rules that an address proposes, as the page of a refused release does; else the usual ones. */
function proposedRules(smallestClass: Given, largestWithheldPercent: Given) {
  const parsed = parseAskedRules({
    smallestClass: textOf(smallestClass),
    largestWithheldPercent: textOf(largestWithheldPercent),
  })
  if (parsed.ok) return parsed.rules
  return {
    smallestClass: askedRanges.smallestClass.usual,
    largestWithheldPercent: askedRanges.largestWithheldPercent.usual,
  }
}

/** Asks for anonymised releases, and lists the last ones. */
export default async function ReleasesPage({ params, searchParams }: PageProps<'/[locale]/admin/releases'>) {
  const locale = localeFrom((await params).locale)
  const { wave, smallestClass, largestWithheldPercent } = await searchParams
  return guarded('releases', locale, async ({ session }, { database }) => {
    const now = new Date()
    const waveIds = await readWaveIds()
    return (
      <Releases
        {...await loadReleases(database, waveIds, now)}
        waveIds={waveIds}
        proposed={{
          waveId: waveIds.find((id) => id === wave) ?? waveIds[0] ?? '',
          ...proposedRules(smallestClass, largestWithheldPercent),
        }}
        isFresh={isFresh(session, now)}
        action={requestReleaseAction.bind(null, locale)}
      />
    )
  })
}
