import { conditions, type Condition } from './conditions'
import type { OptionSetId } from './option-sets'
import { tools, type Tool } from './tools'

/** Changes whenever an item or an option is added or withdrawn; kept with every response. */
export const instrumentVersion = '2025-12'

/** The pages of the questionnaire that ask something, in order: one for each tool between the age and the topics. */
export const steps = ['age', ...tools, 'topics', 'ai', 'benefits', 'risks', 'support'] as const
export type StepId = (typeof steps)[number]

/** The subjects under which answers are set beside the figures, in order. */
export const themes = [
  'usage',
  'topics',
  'ai',
  'trust',
  'effectiveness',
  'benefits',
  'risks',
  'support',
] as const
export type ThemeId = (typeof themes)[number]

/**
 * What an item would tell of somebody in an anonymised file. A quasi-identifier is what people who know the person may know
 * anyhow, so that they could find the person by it; everything else is sensitive: what they would then learn.
 */
export type Disclosure = 'quasiIdentifier' | 'sensitive'

/**
 * What is said once for several items of a step, each of which then shows only the rest of its question: the title of the step,
 * or a sentence above them.
 */
export const stems = ['wouldUse', 'risk'] as const
export type StemId = (typeof stems)[number] | 'title'

interface Place {
  readonly step: StepId
  /** null: the item places a person in a population and has no figure of its own. */
  readonly theme: ThemeId | null
  /** null: always shown. */
  readonly shownWhen: Condition | null
  /** null: the item shows its whole question. */
  readonly stem: StemId | null
}

interface Item<
  Id extends string,
  Kind extends 'single' | 'multiple',
  Set extends OptionSetId,
  Told extends Disclosure,
> extends Place {
  readonly id: Id
  readonly kind: Kind
  readonly optionSet: Set
  readonly disclosure: Told
  /** Whether people who cannot be told apart in an anonymised file must have given different answers to it. */
  readonly isDiverse: boolean
}

const item =
  <Kind extends 'single' | 'multiple', Told extends Disclosure>(
    kind: Kind,
    disclosure: Told,
    isDiverse = false,
  ) =>
  <Id extends string, Set extends OptionSetId>(
    id: Id,
    optionSet: Set,
    step: StepId,
    theme: ThemeId | null,
    { shownWhen = null, stem = null }: Partial<Pick<Place, 'shownWhen' | 'stem'>> = {},
  ): Item<Id, Kind, Set, Told> => ({
    id,
    kind,
    optionSet,
    step,
    theme,
    shownWhen,
    stem,
    disclosure,
    isDiverse,
  })

const quasiIdentifier = item('single', 'quasiIdentifier')
const single = item('single', 'sensitive')
const multiple = item('multiple', 'sensitive')
const diverse = item('multiple', 'sensitive', true)

const wouldUseTopics = [
  'prevention',
  'sleep',
  'personalDevelopment',
  'emotionalSupport',
  'workMentalHealth',
  'severeDisorders',
] as const

const risks = ['misinformation', 'dataTheft', 'ineffectiveness', 'isolation', 'dependence'] as const

const aboutTool = (tool: Tool) =>
  [
    quasiIdentifier(`usage.${tool}`, 'usage', tool, 'usage', { stem: 'title' }),
    single(`trust.${tool}`, 'agreement', tool, 'trust', { stem: 'title' }),
    single(`effectiveness.${tool}`, 'agreement', tool, 'effectiveness', { stem: 'title' }),
  ] as const

/** Every question of the instrument, in the order in which it is asked. The only place where an item exists. */
export const items = [
  quasiIdentifier('ageBand', 'ageBand', 'age', null),
  ...tools.flatMap(aboutTool),
  single('intend.any', 'yesNo', 'topics', 'usage', { shownWhen: conditions.noToolUsedNow }),
  diverse('topicsUsed', 'topics', 'topics', 'topics', { shownWhen: conditions.anyToolEverUsed }),
  ...wouldUseTopics.map((topic) =>
    single(`wouldUse.${topic}`, 'yesNo', 'topics', 'topics', { stem: 'wouldUse' }),
  ),
  multiple('aiPurposes', 'aiPurposes', 'ai', 'ai', { shownWhen: conditions.conversationalAiEverUsed }),
  single('aiSatisfaction', 'satisfaction', 'ai', 'ai', { shownWhen: conditions.conversationalAiEverUsed }),
  multiple('benefits', 'benefits', 'benefits', 'benefits', { shownWhen: conditions.anyToolUsedNow }),
  ...risks.map((risk) => single(`risk.${risk}`, 'riskLevel', 'risks', 'risks', { stem: 'risk' })),
  single('humanSupport', 'agreement', 'support', 'support'),
] as const

export type CatalogueItem = (typeof items)[number]
export type ItemId = CatalogueItem['id']

const byId: ReadonlyMap<string, CatalogueItem> = new Map(items.map((entry) => [entry.id, entry]))

export function isItemId(id: string): id is ItemId {
  return byId.has(id)
}

/** The catalogue's entry for an id. Throws on an id that is not in the catalogue, which the types exclude. */
export function itemById(id: ItemId): CatalogueItem {
  const entry = byId.get(id)
  if (!entry) throw new Error(`no such item: ${id}`)
  return entry
}
