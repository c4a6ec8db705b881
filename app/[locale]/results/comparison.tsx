import { ContributionOffer } from '@/components/contribution/contribution-offer'
import { FiguresUnavailable } from '@/components/figures/figures-unavailable'
import { OtherWaves } from '@/components/figures/other-waves'
import { NothingAnswered } from '@/components/results/nothing-answered'
import { Results } from '@/components/results/results'
import type { ReadFigures } from '@/lib/db/waves/figures'
import { DatabaseError } from '@/lib/errors'
import { setResponseStatus } from '@/lib/http/response-status'
import type { ComparisonSession } from '@/lib/session/sealed-session'
import { contributionOf } from '../contribution-of'
import { opennessInForce } from '../openness-in-force'
import { loadParticipants } from './load-participants'

interface Props {
  readonly session: ComparisonSession
  readonly loaded: ReadFigures | DatabaseError
}

/** One person's answers beside the figures of a wave. Participants, and taking part, are beside the current one. */
export async function Comparison({ session, loaded }: Props) {
  const contribution = Object.keys(session.answers).length > 0 && (
    <ContributionOffer state={await contributionOf(session)} openness={await opennessInForce()} />
  )
  if (loaded instanceof DatabaseError) {
    setResponseStatus(503)
    return (
      <>
        <FiguresUnavailable failure={loaded.failure} route="results" />
        {contribution}
      </>
    )
  }
  if (!contribution) return <NothingAnswered {...loaded} />
  const { waves, ...published } = loaded
  const isCurrent = waves.find(({ id }) => id === published.wave.id)?.isCurrent === true
  return (
    <Results
      answers={session.answers}
      {...published}
      participants={isCurrent ? await loadParticipants(published.wave.id) : null}
      otherWaves={<OtherWaves route="results" waves={waves} waveId={published.wave.id} />}
    >
      {isCurrent && contribution}
    </Results>
  )
}
