import type { ReactNode } from 'react'
import type { FormField } from './form-field'

interface Props {
  readonly id: string
  readonly field: FormField
  /** The option that is chosen. */
  readonly value: string
  readonly notes: ReactNode
  readonly describedBy: string | undefined
}

/** A choice of one among a few, each with what it means where its label does not say it. */
export function RadioField({ id, field: { name, label, options = [] }, value, notes, describedBy }: Props) {
  return (
    <fieldset className="radio-field" aria-describedby={describedBy}>
      <legend>{label}</legend>
      {notes}
      {options.map((option) => {
        const meaningId = option.hint === undefined ? undefined : `${id}-${option.id}-hint`
        return (
          <label key={option.id} className="choice">
            <input
              type="radio"
              name={name}
              value={option.id}
              defaultChecked={option.id === value}
              aria-labelledby={meaningId && `${id}-${option.id}`}
              aria-describedby={meaningId}
            />
            <span>
              <span id={meaningId && `${id}-${option.id}`}>{option.label}</span>
              {meaningId !== undefined && (
                <span id={meaningId} className="hint choice-hint">
                  {option.hint}
                </span>
              )}
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}
