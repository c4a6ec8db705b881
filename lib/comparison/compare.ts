import type { Answers } from '@/lib/instrument/answers'
import { itemById, type ItemId } from '@/lib/instrument/catalogue'
import type { Tool } from '@/lib/instrument/tools'
import { applicableAnswers, isShown } from '@/lib/instrument/visibility'
import type { Figure, Qualifier } from './figures'
import { indicatorOf, type Indicator, type Statement } from './indicators'
import { membership } from './populations'
import { allOf, type Predicate } from './predicates'
import { truthOf, truthsOf } from './truth'

/** How precisely `sameAnswerPercent` is known: the complement of "more than half" is "less than half". */
export type ShareQualifier = Qualifier | 'less_than'

interface AboutStatement {
  /** The tool that the statement is about, null when about none. */
  readonly tool: Tool | null
  /** The question under which the reading belongs; null: under no single question. */
  readonly item: ItemId | null
}

/** The person belongs to the population and answered. */
export interface Comparable extends AboutStatement {
  readonly kind: 'comparable'
  readonly isTrue: boolean
  /** Share of the population who answer as the person does, in percent, 0 to 100. */
  readonly sameAnswerPercent: number
  readonly sameAnswerQualifier: ShareQualifier
}

/** The person belongs to another population: the figure is context. */
export interface OtherGroup extends AboutStatement {
  readonly kind: 'otherGroup'
  /** Whether the question applies to the person; true where the reading belongs under no single question. */
  readonly wasAsked: boolean
}

/** The person did not answer what the indicator or the population reads: the figure stands alone. */
export interface Unanswered extends AboutStatement {
  readonly kind: 'unanswered'
  /** The unanswered items that apply to the person, in the order of the questionnaire's catalogue. */
  readonly missing: readonly ItemId[]
}

/** The person belongs to the population and answered, and the source leaves open whether the answer counts. */
export interface Unclear extends AboutStatement {
  readonly kind: 'unclear'
}

export type Reading = Comparable | OtherGroup | Unanswered | Unclear

/** One figure set beside one person's answers: a reading for each statement that its indicator makes. */
export interface Comparison {
  readonly figure: Figure
  readonly readings: readonly [Reading, ...Reading[]]
}

const complementQualifier: Record<Qualifier, ShareQualifier> = {
  exact: 'exact',
  about: 'about',
  more_than: 'less_than',
}

function missingItems(answers: Answers, ...predicates: readonly Predicate[]): ItemId[] {
  const read = new Set(predicates.flatMap((predicate) => predicate.reads))
  return [...read].filter((id) => answers[id] === undefined && isShown(itemById(id), answers))
}

/**
 * The people of whom a figure's statement is compared: its population, among those that its indicator is compared among.
 * Someone for whom this predicate is true and the statement is not null gets a `comparable` reading. null: nobody does.
 */
export function populationOf(
  { population }: Pick<Figure, 'population'>,
  indicator: Indicator,
  statement: Statement,
): Predicate | null {
  const published = membership(population, statement.tool)
  const among = indicator.comparedAmong && membership(indicator.comparedAmong, statement.tool)
  return published && among ? allOf(published, among) : published
}

function readStatement(
  answers: Answers,
  figure: Figure,
  indicator: Indicator,
  statement: Statement,
): Reading {
  const about: AboutStatement = { tool: statement.tool, item: statement.item }
  const population = populationOf(figure, indicator, statement)
  const wasAsked = () => statement.item === null || isShown(itemById(statement.item), answers)
  const otherGroup = (): OtherGroup => ({ ...about, kind: 'otherGroup', wasAsked: wasAsked() })
  if (population === null) return otherGroup()

  const { isTrue, isOpen } = truthsOf(statement, figure.timeFrame, answers)
  const isMember = population.test(answers)
  // A question that is put to another group only was not left unanswered: it was not asked.
  if (isMember === false && (isTrue !== null || isOpen || !wasAsked())) return otherGroup()
  if (isMember === true && isOpen) return { ...about, kind: 'unclear' }
  if (isMember !== true || isTrue === null) {
    const truth = truthOf(statement, figure.timeFrame)
    return { ...about, kind: 'unanswered', missing: missingItems(answers, truth, population) }
  }
  return {
    ...about,
    kind: 'comparable',
    isTrue,
    sameAnswerPercent: isTrue ? figure.sharePercent : 100 - figure.sharePercent,
    sameAnswerQualifier: isTrue ? figure.qualifier : complementQualifier[figure.qualifier],
  }
}

/**
 * Sets one person's answers beside published figures: one comparison per figure, in the order of the figures.
 * Pure and total: any valid answers and any figures give a result. Answers to items that do not apply are ignored.
 * "Don't know" is an answer, and makes an indicator false: the published complement also holds those who don't know.
 */
export function compare(answers: Answers, figures: readonly Figure[]): readonly Comparison[] {
  const applicable = applicableAnswers(answers)
  return figures.map((figure) => {
    const indicator = indicatorOf(figure.indicator)
    const [first, ...others] = indicator.statements
    return {
      figure,
      readings: [
        readStatement(applicable, figure, indicator, first),
        ...others.map((statement) => readStatement(applicable, figure, indicator, statement)),
      ],
    }
  })
}
