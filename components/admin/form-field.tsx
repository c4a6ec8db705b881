import { TextField } from '@/components/ui/text-field'
import { RadioField } from './radio-field'

export interface FormField {
  readonly name: string
  /** `lines`: several of them, and as many as are typed. */
  readonly type:
    | 'text'
    | 'lines'
    | 'tel'
    | 'date'
    | 'email'
    | 'password'
    | 'code'
    | 'hidden'
    | 'select'
    | 'number'
    | 'radio'
    | 'tick'
    | 'file'
  readonly label: string
  readonly hint?: string
  readonly autoComplete?: string
  /** What stands there before anything was typed. */
  readonly initial?: string
  /** `hint`: what a radio means, where its label does not say it. */
  readonly options?: readonly { readonly id: string; readonly label: string; readonly hint?: string }[]
  readonly least?: number
  readonly most?: number
  readonly lang?: string
  /** Rows of several lines that are seen at once. */
  readonly rows?: number
  /** Whether it may stay empty. */
  readonly isOptional?: boolean
  /** Of a file: which kinds may be chosen, as in HTML. */
  readonly accept?: string
  /** The heading of the part of the form that it stands in. */
  readonly group?: string
  /** Shown, and not to be changed. */
  readonly isReadOnly?: boolean
  /**
   * What is said of each problem that the server may find with this field; without it the form alone says it. `said`: the server says
   * it in words.
   */
  readonly problems?: Readonly<Record<string, string>> | 'said'
}

/** The account that a password of a form is for: seen and not changed, so that the browser keeps the two together. */
export const accountField = (label: string, email: string): FormField => ({
  name: 'email',
  type: 'email',
  label,
  initial: email,
  autoComplete: 'username',
  isReadOnly: true,
})

/** Whether something has to be typed into a field: its form is refused without. */
const isTyped = ({ type, isReadOnly, isOptional }: FormField): boolean =>
  !isReadOnly &&
  (isOptional === false || (!isOptional && ['email', 'password', 'code', 'number'].includes(type)))

interface Props {
  readonly id: string
  readonly field: FormField
  readonly typed: string | undefined
  /** The id of what is said of the whole form, where it is about this field. */
  readonly problemId: string | undefined
  /** What is wrong with this field. */
  readonly problem: string | undefined
  /** What is said beside the label of a field that may not stay empty; undefined where nothing is. */
  readonly required: string | undefined
}

/** A control with its label and hint. Passwords and codes may be pasted, and are not spell-checked. */
export function FormFieldControl({ id, field, typed, problemId: formProblemId, problem, required }: Props) {
  const {
    name,
    type,
    label,
    hint,
    autoComplete = type === 'code' ? 'one-time-code' : 'off',
    initial = '',
    options = [],
    least,
    most,
    lang,
    rows,
    isReadOnly,
    accept,
    isOptional = type === 'number',
  } = field
  const value = typed ?? initial
  const problemId = isReadOnly ? undefined : formProblemId
  if (type === 'hidden') return <input type="hidden" name={name} value={initial} />
  const hintId = hint === undefined ? undefined : `${id}-hint`
  const ownProblemId = problem === undefined ? undefined : `${id}-problem`
  const describedBy = [hintId, ownProblemId, problemId].filter(Boolean).join(' ') || undefined
  const notes = (
    <>
      {hint !== undefined && (
        <p id={hintId} className="hint">
          {hint}
        </p>
      )}
      {problem !== undefined && (
        <p id={ownProblemId} className="problem">
          {problem}
        </p>
      )}
    </>
  )
  if (type === 'radio') return <RadioField {...{ id, field, value, describedBy, notes }} />
  if (type === 'tick') {
    return (
      <label className="choice">
        <input
          type="checkbox"
          name={name}
          value="yes"
          required
          aria-describedby={describedBy}
          aria-invalid={problemId !== undefined || undefined}
        />
        <span>{label}</span>
      </label>
    )
  }
  const shared = {
    id,
    name,
    lang,
    defaultValue: value,
    'aria-describedby': describedBy,
  }
  const wrong = {
    autoFocus: problem !== undefined,
    'aria-invalid': problemId !== undefined || problem !== undefined || undefined,
  }
  const isCode = type === 'code'
  return (
    <TextField
      id={id}
      label={
        <>
          <span>{label}</span>
          {required !== undefined && isTyped(field) && <span className="hint">{` (${required})`}</span>}
        </>
      }
      notes={notes}
    >
      {type === 'select' ? (
        <select {...shared}>
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.label}
            </option>
          ))}
        </select>
      ) : type === 'lines' ? (
        <textarea {...shared} {...wrong} rows={rows} autoComplete={autoComplete} />
      ) : type === 'file' ? (
        <input
          id={id}
          name={name}
          aria-describedby={describedBy}
          {...wrong}
          type="file"
          accept={accept}
          required
        />
      ) : (
        <input
          {...shared}
          {...wrong}
          type={isCode ? 'text' : type}
          autoComplete={autoComplete}
          readOnly={isReadOnly}
          autoCapitalize={type === 'text' ? undefined : 'none'}
          spellCheck={false}
          min={least}
          max={most}
          required={!isOptional && !isReadOnly}
        />
      )}
    </TextField>
  )
}
