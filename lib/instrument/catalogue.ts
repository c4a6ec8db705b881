import { conditions, type Condition } from './conditions'
import type { OptionSetId } from './option-sets'
import { tools, type Tool } from './tools'
import { firstVersion, type InstrumentVersion } from './versions'

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

interface Item {
  readonly id: string
  readonly kind: 'single' | 'multiple'
  readonly optionSet: OptionSetId
  readonly step: StepId
  /** null: the item places a person in a population and has no figure of its own. */
  readonly theme: ThemeId | null
  /** null: always shown. */
  readonly shownWhen: Condition | null
  /** null: the item shows its whole question. */
  readonly stem: StemId | null
  readonly disclosure: Disclosure
  /** The version of the instrument that asked it first. */
  readonly since: InstrumentVersion
}

/** What holds of an item whose entry says nothing else. */
const usual = {
  shownWhen: null,
  stem: null,
  disclosure: 'sensitive',
  since: firstVersion,
} as const satisfies Partial<Item>

type Entry = Omit<Item, keyof typeof usual> & Partial<Item>

/** An item, with its id, kind and options as types: those of the answers follow from them. */
const item = <const Given extends Entry>(given: Given): Item & Pick<Given, 'id' | 'kind' | 'optionSet'> => ({
  ...usual,
  ...given,
})

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
    item({
      id: `usage.${tool}`,
      kind: 'single',
      optionSet: 'usage',
      step: tool,
      theme: 'usage',
      stem: 'title',
      disclosure: 'quasiIdentifier',
    }),
    item({
      id: `trust.${tool}`,
      kind: 'single',
      optionSet: 'agreement',
      step: tool,
      theme: 'trust',
      stem: 'title',
    }),
    item({
      id: `effectiveness.${tool}`,
      kind: 'single',
      optionSet: 'agreement',
      step: tool,
      theme: 'effectiveness',
      stem: 'title',
    }),
  ] as const

/** Every question of the instrument, in the order in which it is asked. The only place where an item exists. */
export const items = [
  item({
    id: 'ageBand',
    kind: 'single',
    optionSet: 'ageBand',
    step: 'age',
    theme: null,
    disclosure: 'quasiIdentifier',
  }),
  ...tools.flatMap(aboutTool),
  item({
    id: 'intend.any',
    kind: 'single',
    optionSet: 'yesNo',
    step: 'topics',
    theme: 'usage',
    shownWhen: conditions.noToolUsedNow,
  }),
  item({
    id: 'topicsUsed',
    kind: 'multiple',
    optionSet: 'topics',
    step: 'topics',
    theme: 'topics',
    shownWhen: conditions.anyToolEverUsed,
  }),
  ...wouldUseTopics.map((topic) =>
    item({
      id: `wouldUse.${topic}`,
      kind: 'single',
      optionSet: 'yesNo',
      step: 'topics',
      theme: 'topics',
      stem: 'wouldUse',
    }),
  ),
  item({
    id: 'aiPurposes',
    kind: 'multiple',
    optionSet: 'aiPurposes',
    step: 'ai',
    theme: 'ai',
    shownWhen: conditions.conversationalAiEverUsed,
  }),
  item({
    id: 'aiSatisfaction',
    kind: 'single',
    optionSet: 'satisfaction',
    step: 'ai',
    theme: 'ai',
    shownWhen: conditions.conversationalAiEverUsed,
  }),
  item({
    id: 'benefits',
    kind: 'multiple',
    optionSet: 'benefits',
    step: 'benefits',
    theme: 'benefits',
    shownWhen: conditions.anyToolUsedNow,
  }),
  ...risks.map((risk) =>
    item({
      id: `risk.${risk}`,
      kind: 'single',
      optionSet: 'riskLevel',
      step: 'risks',
      theme: 'risks',
      stem: 'risk',
    }),
  ),
  item({ id: 'humanSupport', kind: 'single', optionSet: 'agreement', step: 'support', theme: 'support' }),
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
