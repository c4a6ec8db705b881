'use client'

import { useEffect, useRef, useState } from 'react'
import { fill } from '@/lib/i18n/fill'
import { ActionForm, type ActionFormWords } from '../action-form'
import type { FormAction } from '../form-outcome'
import { SchemeEffects } from './scheme-effects'

/** A tool that can be chosen. */
export interface ToolChoice {
  readonly id: string
  readonly label: string
  /** What can be compared where it is chosen, and what cannot be known where it is not. */
  readonly can: string
  readonly cannot: string
}

/** A choice of tools, in words. */
export interface SchemeChoice {
  readonly name: string
  /** How many responses would be in the file and would wait; null where nothing was counted yet. */
  readonly numbers: { readonly inFile: string; readonly waiting: string } | null
}

/** Words whose places are filled in here. */
export type SchemeWords = Readonly<
  Record<
    'legend' | 'see' | 'effect' | 'numbers' | 'notCounted' | 'withIt' | 'withoutIt' | 'can' | 'cannot',
    string
  >
> & {
  /** What every choice allows, and what none does. */
  readonly canAlways: readonly string[]
  readonly cannotEver: readonly string[]
}

interface Props {
  /** Address of the page: without scripts it is asked for again, with the tools that are ticked. */
  readonly address: string
  readonly tools: readonly ToolChoice[]
  /** Every choice of tools: at the place of which bit n says whether tool n is in it. */
  readonly choices: readonly SchemeChoice[]
  /** The place of the choice that is shown first. */
  readonly first: number
  readonly words: SchemeWords
  readonly action: FormAction
  readonly actionWords: ActionFormWords
}

const bitOf = (place: number) => 1 << place

/** The choice of tools: shows what each would do, with scripts at once, without them when asked. */
export function SchemeForm({ address, tools, choices, first, words, action, actionWords }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const [shown, setShown] = useState(first)
  const has = (place: number) => (shown & bitOf(place)) !== 0
  const look = () => {
    if (!form.current) return
    const ticked = new FormData(form.current).getAll('tool')
    setShown(tools.reduce((bits, { id }, place) => (ticked.includes(id) ? bits | bitOf(place) : bits), 0))
  }
  // Boxes may have been ticked before the script came.
  useEffect(look, [tools])
  const hintOf = (place: number) => {
    const numbers = choices[shown ^ bitOf(place)]?.numbers ?? null
    return numbers === null ? undefined : fill(has(place) ? words.withoutIt : words.withIt, numbers)
  }
  return (
    <>
      <form ref={form} className="scheme-tools" method="get" action={`${address}#scheme`}>
        <fieldset className="radio-field">
          <legend>{words.legend}</legend>
          {tools.map(({ id, label }, place) => {
            const hint = hintOf(place)
            return (
              <label key={id} className="choice">
                <input
                  type="checkbox"
                  name="tool"
                  value={id}
                  defaultChecked={(first & bitOf(place)) !== 0}
                  onChange={look}
                  aria-labelledby={`tool-${id}`}
                  aria-describedby={hint === undefined ? undefined : `tool-${id}-hint`}
                />
                <span>
                  <span id={`tool-${id}`}>{label}</span>
                  {hint !== undefined && (
                    <span id={`tool-${id}-hint`} className="hint choice-hint">
                      {hint}
                    </span>
                  )}
                </span>
              </label>
            )
          })}
        </fieldset>
        <noscript>
          <p className="actions">
            <button type="submit" name="see" value="1" className="button-quiet">
              {words.see}
            </button>
          </p>
        </noscript>
      </form>
      <SchemeEffects
        choice={choices[shown] ?? { name: '', numbers: null }}
        can={[...words.canAlways, ...tools.flatMap(({ can }, place) => (has(place) ? [can] : []))]}
        cannot={[...tools.flatMap(({ cannot }, place) => (has(place) ? [] : [cannot])), ...words.cannotEver]}
        words={words}
      >
        <ActionForm
          id="scheme"
          action={action}
          fields={[
            {
              name: 'tools',
              type: 'hidden',
              label: '',
              initial: tools.flatMap(({ id }, place) => (has(place) ? [id] : [])).join(','),
            },
          ]}
          words={actionWords}
        />
      </SchemeEffects>
    </>
  )
}
