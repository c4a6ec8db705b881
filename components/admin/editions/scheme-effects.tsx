import type { ReactNode } from 'react'
import { fill } from '@/lib/i18n/fill'
import type { SchemeChoice, SchemeWords } from './scheme-form'

interface Props {
  readonly choice: SchemeChoice
  readonly can: readonly string[]
  readonly cannot: readonly string[]
  readonly words: SchemeWords
  /** The form that makes the choice. */
  readonly children: ReactNode
}

/** What a choice of tools would do: to the responses of today, and to those who would use the file. */
export function SchemeEffects({ choice: { name, numbers }, can, cannot, words, children }: Props) {
  const lists = { can, cannot } as const
  return (
    <div className="scheme-effect">
      <div role="status">
        <h3>{fill(words.effect, { tools: name })}</h3>
        <p>{numbers === null ? words.notCounted : fill(words.numbers, numbers)}</p>
      </div>
      <div className="scheme-uses">
        {(['can', 'cannot'] as const).map((list) => (
          <div key={list}>
            <p>{words[list]}</p>
            <ul>
              {lists[list].map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      {children}
    </div>
  )
}
