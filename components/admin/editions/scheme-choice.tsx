import { useLocale, useMessages } from 'next-intl'
import { adminPath } from '@/lib/i18n/admin-pages'
import { fill } from '@/lib/i18n/fill'
import { useFormatter, useTranslations } from '@/lib/i18n/translations'
import { tools, type Tool } from '@/lib/instrument/tools'
import type { FormAction } from '../form-outcome'
import { useFormWords } from '../use-form-words'
import { SchemeForm } from './scheme-form'
import { useToolList } from './use-tool-list'

/** What a choice of tools would do to the responses of today. Rounded. */
export interface PreviewedChoice {
  readonly tools: readonly Tool[]
  readonly inFile: number
  readonly waiting: number
}

interface Props {
  /** The choice that is shown first. */
  readonly shown: readonly Tool[]
  /** Every choice; null where nothing was counted yet. */
  readonly preview: readonly PreviewedChoice[] | null
  readonly action: FormAction
}

/** The tools of a choice, by its bits, and back. */
const toolsOf = (bits: number): readonly Tool[] => tools.filter((_, place) => (bits & (1 << place)) !== 0)
const bitsOf = (chosen: readonly Tool[]): number =>
  tools.reduce((bits, tool, place) => (chosen.includes(tool) ? bits | (1 << place) : bits), 0)

/** The choice of tools, with its words in the language of the page. */
export function SchemeChoice({ shown, preview, action }: Props) {
  const words = useMessages().admin.editions.scheme
  const toolWords = useTranslations('tools')
  const labels = useTranslations('toolLabels')
  const format = useFormatter()
  const formWords = useFormWords()
  const toolList = useToolList()
  const locale = useLocale()
  const effects = new Map((preview ?? []).map((each) => [bitsOf(each.tools), each]))
  const choices = Array.from({ length: 2 ** tools.length }, (_, bits) => {
    const effect = effects.get(bits)
    return {
      name: toolList(toolsOf(bits)),
      numbers: effect
        ? { inFile: format.number(effect.inFile), waiting: format.number(effect.waiting) }
        : null,
    }
  })
  return (
    <SchemeForm
      address={adminPath('editions', locale)}
      tools={tools.map((id) => ({
        id,
        label: labels(id),
        can: fill(words.canTool, { tool: toolWords(id) }),
        cannot: fill(words.cannotTool, { tool: toolWords(id) }),
      }))}
      choices={choices}
      first={bitsOf(shown)}
      words={{
        ...words,
        canAlways: [words.canAge, words.canUse, words.canAi],
        cannotEver: [words.cannotFrequency, words.cannotRare],
      }}
      action={action}
      actionWords={formWords(words.choose, words.done)}
    />
  )
}
