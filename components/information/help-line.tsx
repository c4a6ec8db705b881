import { helpLines } from '@/components/layout/help-lines'
import { useTranslations } from '@/lib/i18n/translations'

type HelpLine = (typeof helpLines)[number]
type HelpLineId = HelpLine['id']

const facts = ['for', 'how', 'when'] as const

/** One of the help lines. */
export function helpLine(id: HelpLineId): HelpLine {
  const found = helpLines.find((line) => line.id === id)
  if (found === undefined) throw new Error(`no such help line: ${id}`)
  return found
}

function useCallLabel(): (line: HelpLine) => string {
  const t = useTranslations('help')
  return ({ number, href }) => t(href.startsWith('sms:') ? 'textLabel' : 'callLabel', { number })
}

/** Help lines to call or to write to at once. */
export function HelpLinks({ lines }: { readonly lines: readonly HelpLineId[] }) {
  const label = useCallLabel()
  return (
    <ul className="help-links">
      {lines.map(helpLine).map((line) => (
        <li key={line.id}>
          <a className="button" href={line.href}>
            {label(line)}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** One help line: what it is for, how to reach it, and when. */
export function HelpLineCard({ id }: { readonly id: HelpLineId }) {
  const t = useTranslations('helpPage.lines')
  const label = useCallLabel()
  const line = helpLine(id)
  return (
    <div className="help-line">
      <h3>
        <a href={line.href} aria-label={label(line)}>
          {line.number}
        </a>
      </h3>
      <dl>
        {facts.map((fact) => (
          <div key={fact}>
            <dt>{t(fact)}</dt>
            <dd>{t(`${id}.${fact}`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
