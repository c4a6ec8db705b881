import { Editions } from '@/components/admin/editions/editions'
import { SchemeChoice } from '@/components/admin/editions/scheme-choice'
import { SchemeSection } from '@/components/admin/editions/scheme-section'
import { hasRole, leastRole, type Role } from '@/lib/auth/roles'
import { isFresh } from '@/lib/auth/session-limits'
import type { Database } from '@/lib/db/engine/client'
import { readLastSmallestGroup, readSchemeState } from '@/lib/db/scheme'
import { readOwnerSettings } from '@/lib/db/settings'
import { readCurrentWaveId } from '@/lib/db/waves/current-wave'
import { firstEditionFrom } from '@/lib/editions/due'
import { readSettings } from '@/lib/env'
import { tools, type Tool } from '@/lib/instrument/tools'
import { guarded } from '../guarded'
import { chooseSchemeAction } from '../scheme-actions'
import { adminMetadata } from '../titles'
import { loadEditions } from './load-editions'

export const generateMetadata = async () => adminMetadata('editions')

interface Asked {
  /** The tools that the address asks to see the effect of; null where it does not ask: then the present choice is shown. */
  readonly seen: readonly Tool[] | null
  /** The edition whose file was asked for, and not given. */
  readonly refused: string | null
}

type Given = Readonly<Record<string, string | string[] | undefined>>

function askedIn({ see, tool, refused }: Given): Asked {
  const seen = tools.filter((each) => [tool].flat().includes(each))
  return {
    seen: see === undefined && tool === undefined ? null : seen,
    refused: typeof refused === 'string' ? refused : null,
  }
}

/** The same as it stands in the address of the other language. */
const searchOf = ({ seen }: Asked): string =>
  seen === null
    ? ''
    : `?${new URLSearchParams([['see', '1'], ...seen.map((tool) => ['tool', tool])]).toString()}`

async function schemeOf(database: Database, role: Role, { seen }: Asked) {
  const waveId = await readCurrentWaveId(database)
  const { scheme, isFrozen, preview } = await readSchemeState(database, waveId)
  const { smallestGroup } = await readOwnerSettings(database, readSettings().contribution)
  const last = await readLastSmallestGroup(database, waveId)
  const choices = preview?.map(({ scheme: { tools: chosen }, ...effect }) => ({ tools: chosen, ...effect }))
  const isChosenHere = !isFrozen && hasRole(role, leastRole.settings)
  return (
    <SchemeSection
      tools={scheme.tools}
      isFrozen={isFrozen}
      smallestGroup={Math.max(smallestGroup, last ?? 0)}
      form={
        isChosenHere ? (
          <SchemeChoice shown={seen ?? scheme.tools} preview={choices ?? null} action={chooseSchemeAction} />
        ) : null
      }
    />
  )
}

/** The editions of the wave, their file, and of which tools it tells the present use. */
export default async function EditionsPage({ params, searchParams }: PageProps<'/[locale]/admin/editions'>) {
  const { locale } = await params
  const asked = askedIn(await searchParams)
  return guarded(
    'editions',
    locale,
    async ({ admin, session }, { database }) => (
      <Editions
        {...await loadEditions(readSettings(), await readCurrentWaveId(database), asked.refused)}
        firstEditionFrom={firstEditionFrom}
        isFresh={isFresh(session, new Date())}
        scheme={await schemeOf(database, admin.role, asked)}
      />
    ),
    searchOf(asked),
  )
}
