import { itemById, type ItemId, type ThemeId } from '@/lib/instrument/catalogue'
import type { Tool } from '@/lib/instrument/tools'
import type { PopulationCode } from './populations'
import { allOf, anyOf, chose, type Predicate } from './predicates'
import { everUsed, everUsedAny, intendsToUseAny, usesAnyNow, usesNow, usesRegularly } from './usage'

/** Present use, and present or past use. */
interface Uses {
  readonly now: Predicate
  readonly ever: Predicate
}

/** One statement that an indicator makes about a person. An indicator about two tools makes one for each. */
export interface Statement {
  /** What "it" stands for in the populations `…_of_it`; null when the indicator is about no tool. */
  readonly tool: Tool | null
  /** The question under which the figure is shown; null: under no single question. */
  readonly item: ItemId | null
  /** A pair where the time frame of a figure decides whether past use counts: see `truthOf`. */
  readonly isTrue: Predicate | Uses
}

export interface Indicator {
  readonly theme: ThemeId
  readonly statements: readonly [Statement, ...Statement[]]
  /** The published base is unclear, and only people of this population are compared. */
  readonly comparedAmong?: PopulationCode
  /** The figure restates others: it is told in the introduction of its theme, not compared on its own. */
  readonly isRestatement?: true
}

function themeOf(item: ItemId): ThemeId {
  const { theme } = itemById(item)
  if (theme === null) throw new Error(`${item} has no theme to show a figure under`)
  return theme
}

const one = (item: ItemId, isTrue: Statement['isTrue'], tool: Tool | null = null): Indicator => ({
  theme: themeOf(item),
  statements: [{ tool, item, isTrue }],
})

const general = (theme: ThemeId, isTrue: Statement['isTrue']): Indicator => ({
  theme,
  statements: [{ tool: null, item: null, isTrue }],
})

const agrees = (item: ItemId) => chose(item, 'yesCompletely', 'ratherYes')
const isUsed = (tool: Tool) => one(`usage.${tool}`, { now: usesNow(tool), ever: everUsed(tool) }, tool)
const isTrusted = (tool: Tool) => one(`trust.${tool}`, agrees(`trust.${tool}`), tool)
const isEffective = (tool: Tool) => one(`effectiveness.${tool}`, agrees(`effectiveness.${tool}`), tool)

// People who never used a tool were not asked, and count as false: the figures are shares of all French people.
const usedFor = (...topics: readonly string[]) =>
  one('topicsUsed', allOf(everUsedAny, chose('topicsUsed', ...topics)))

type WouldUseTopic = 'prevention' | 'sleep' | 'personalDevelopment' | 'emotionalSupport' | 'workMentalHealth'
const wouldUse = (topic: WouldUseTopic) => one(`wouldUse.${topic}`, chose(`wouldUse.${topic}`, 'yes'))

const usesAiFor = (purpose: string): Indicator => ({
  ...one('aiPurposes', chose('aiPurposes', purpose), 'conversationalAi'),
  comparedAmong: 'ai_respondents',
})

const benefits = [
  'informationAccess',
  'careAccess',
  'autonomy',
  'emotionalSupport',
  'reducedIsolation',
] as const
const perceives = (...chosen: readonly string[]) => one('benefits', chose('benefits', ...chosen))

type Risk = 'misinformation' | 'dataTheft' | 'ineffectiveness' | 'isolation' | 'dependence'
const isRisk = (risk: Risk) => chose(`risk.${risk}`, 'moderate', 'high', 'veryHigh')
const risk = (name: Risk) => one(`risk.${name}`, isRisk(name))

/** What each published code measures, as a predicate over answers. Source: the survey's published results. */
export const indicators = {
  'usage.any': general('usage', { now: usesAnyNow, ever: everUsedAny }),
  'usage.intend': one('intend.any', anyOf(chose('intend.any', 'yes'), intendsToUseAny)),
  'usage.appointmentPlatforms': isUsed('appointmentPlatforms'),
  'usage.connectedDevices': isUsed('connectedDevices'),
  'usage.teleconsultation': isUsed('teleconsultation'),
  'usage.conversationalAi': isUsed('conversationalAi'),
  'usage.addictionApps': isUsed('addictionApps'),
  'usage.conversationalAi.ever': one(
    'usage.conversationalAi',
    everUsed('conversationalAi'),
    'conversationalAi',
  ),
  'usage.conversationalAi.regular': one(
    'usage.conversationalAi',
    usesRegularly('conversationalAi'),
    'conversationalAi',
  ),
  'topic.specificProblem': usedFor('anxiety', 'stress', 'sleepDisorders', 'addictions'),
  'topic.personalDevelopment': usedFor('personalDevelopment'),
  'topic.workMentalHealth': usedFor('workMentalHealth'),
  'topic.sleepDisorders': usedFor('sleepDisorders'),
  'topic.emotionalSupport': usedFor('emotionalSupport'),
  'topic.mildDisorders': usedFor('mildDisorders'),
  'wouldUse.prevention': wouldUse('prevention'),
  'wouldUse.sleep': wouldUse('sleep'),
  'wouldUse.personalDevelopment': wouldUse('personalDevelopment'),
  'wouldUse.emotionalSupport': wouldUse('emotionalSupport'),
  'wouldUse.workMentalHealth': wouldUse('workMentalHealth'),
  'rejects.severeDisorders': one('wouldUse.severeDisorders', chose('wouldUse.severeDisorders', 'no')),
  'ai.purpose.listening': usesAiFor('listening'),
  'ai.purpose.emotionalSupport': usesAiFor('emotionalSupport'),
  'ai.purpose.practicalAdvice': usesAiFor('practicalAdvice'),
  'ai.satisfaction.ratherOrModerately': one(
    'aiSatisfaction',
    chose('aiSatisfaction', 'rather', 'moderately'),
    'conversationalAi',
  ),
  'ai.satisfaction.very': one('aiSatisfaction', chose('aiSatisfaction', 'very'), 'conversationalAi'),
  'trust.appointmentPlatforms': isTrusted('appointmentPlatforms'),
  'effectiveness.appointmentPlatforms': isEffective('appointmentPlatforms'),
  'trust.teleconsultation': isTrusted('teleconsultation'),
  'effectiveness.teleconsultation': isEffective('teleconsultation'),
  'trust.conversationalAi': isTrusted('conversationalAi'),
  'trust.socialNetworks': isTrusted('socialNetworks'),
  'useful.aiOrSocialNetworks': {
    theme: 'effectiveness',
    statements: [...isEffective('conversationalAi').statements, ...isEffective('socialNetworks').statements],
  },
  'benefit.any': perceives(...benefits, 'other'),
  'benefit.informationAccess': perceives('informationAccess'),
  'benefit.careAccess': perceives('careAccess'),
  'benefit.autonomy': perceives('autonomy'),
  'benefit.emotionalSupport': perceives('emotionalSupport'),
  'benefit.reducedIsolation': perceives('reducedIsolation'),
  'risk.misinformation': risk('misinformation'),
  'risk.dataTheft': risk('dataTheft'),
  'risk.ineffectiveness': risk('ineffectiveness'),
  'risk.isolation': risk('isolation'),
  'risk.dependence': risk('dependence'),
  'expectation.humanSupport': one('humanSupport', agrees('humanSupport')),
  'expectation.fearMisinformationOrLeak': {
    ...general('risks', anyOf(isRisk('misinformation'), isRisk('dataTheft'))),
    isRestatement: true,
  },
} as const satisfies Record<string, Indicator>

export type IndicatorCode = keyof typeof indicators

export function isIndicatorCode(code: string): code is IndicatorCode {
  return Object.hasOwn(indicators, code)
}

/** Whether an indicator is about use over time: the time frame of a figure decides then for whom it is true. */
export const isAboutUse = (code: IndicatorCode): boolean =>
  indicatorOf(code).statements.some(({ isTrue }) => 'now' in isTrue)

/** The indicator of a published code. */
export function indicatorOf(code: IndicatorCode): Indicator {
  return indicators[code]
}
