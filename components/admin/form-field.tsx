export interface FormField {
  readonly name: string
  readonly type:
    | 'text'
    | 'email'
    | 'password'
    | 'code'
    | 'hidden'
    | 'select'
    | 'number'
    | 'checkbox'
    | 'textarea'
  readonly label: string
  readonly hint?: string
  readonly autoComplete?: string
  /** What stands there before anything was typed; of a checkbox, `on` ticks it. */
  readonly initial?: string
  readonly options?: readonly { readonly id: string; readonly label: string }[]
  readonly least?: number
  readonly most?: number
  readonly lang?: string
}

interface Props {
  readonly id: string
  readonly field: FormField
  readonly typed: string | undefined
  readonly problemId: string | undefined
}

/** A control with its label and hint. Passwords and codes may be pasted, and are not spell-checked. */
export function FormFieldControl({ id, field, typed, problemId }: Props) {
  const {
    name,
    type,
    label,
    hint,
    autoComplete = 'off',
    initial = '',
    options = [],
    least,
    most,
    lang,
  } = field
  const value = typed ?? initial
  if (type === 'hidden') return <input type="hidden" name={name} value={initial} />
  if (type === 'checkbox') {
    return (
      <label className="choice">
        <input type="checkbox" name={name} defaultChecked={value === 'on'} />
        <span>{label}</span>
      </label>
    )
  }
  const hintId = hint === undefined ? undefined : `${id}-hint`
  const shared = {
    id,
    name,
    lang,
    defaultValue: value,
    'aria-describedby': [hintId, problemId].filter(Boolean).join(' ') || undefined,
  }
  const isCode = type === 'code'
  return (
    <div className="text-field">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p id={hintId} className="hint">
          {hint}
        </p>
      )}
      {type === 'select' ? (
        <select {...shared}>
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.label}
            </option>
          ))}
        </select>
      ) : type === 'textarea' ? (
        <textarea {...shared} rows={3} />
      ) : (
        <input
          {...shared}
          type={isCode ? 'text' : type}
          autoComplete={isCode ? 'one-time-code' : autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          min={least}
          max={most}
          required={type !== 'number'}
          aria-invalid={problemId !== undefined || undefined}
        />
      )}
    </div>
  )
}
