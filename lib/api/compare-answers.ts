import { compare, type Reading } from '@/lib/comparison/compare'
import { trustProfile } from '@/lib/comparison/trust-profile'
import type { PublishedState } from '@/lib/figure-data/published'
import type { Answers } from '@/lib/instrument/answers'
import { instrumentVersion } from '@/lib/instrument/versions'
import { publishedFigures } from '@/lib/waves/published-figures'
import type { CompareAnswer, ReadingAnswer } from './compare-schemas'

function readingAnswer(reading: Reading): ReadingAnswer {
  const { tool, item } = reading
  switch (reading.kind) {
    case 'comparable':
      return {
        kind: reading.kind,
        tool,
        item,
        is_true: reading.isTrue,
        same_answer_percent: reading.sameAnswerPercent,
        same_answer_qualifier: reading.sameAnswerQualifier,
      }
    case 'otherGroup':
      return { kind: reading.kind, tool, item, was_asked: reading.wasAsked }
    case 'unanswered':
      return { kind: reading.kind, tool, item, missing: [...reading.missing] }
    case 'unclear':
      return { kind: reading.kind, tool, item }
  }
}

/** What `compare` says of somebody's answers and the figures of a wave, with the names of the interface. */
export function compareAnswers(answers: Answers, { document, state }: PublishedState): CompareAnswer {
  const comparisons = compare(answers, publishedFigures(document).figures)
  const profile = trustProfile(comparisons)
  return {
    wave: state.waveId,
    state: state.number,
    instrument_version: instrumentVersion,
    comparisons: comparisons.map(({ figure, readings }) => ({
      code: figure.indicator,
      population: figure.population,
      value: figure.sharePercent,
      unit: 'percent',
      qualifier: figure.qualifier,
      status: figure.status,
      time_frame: figure.timeFrame,
      readings: readings.map(readingAnswer),
    })),
    trust_profile: profile && {
      lower_percent: profile.lowerPercent,
      upper_percent: profile.upperPercent,
      is_approximate: profile.isApproximate,
      items: [...profile.items],
    },
  }
}
