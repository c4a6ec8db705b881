import type { ReactNode } from 'react'
import type { FormField } from './form-field'

interface Props {
  readonly id: string
  readonly field: Pick<FormField, 'name' | 'label' | 'options'>
  /** The option that is chosen. */
  readonly value: string
  readonly describedBy: string | undefined
  readonly notes: ReactNode
}

/** One choice of several, each with what it means. */
export function RadioField({ id, field: { name, label, options = [] }, value, describedBy, notes }: Props) {
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
