import type { ReactNode } from 'react'

interface Props {
  /** Of the field. */
  readonly id: string
  readonly label: ReactNode
  /** What is to be known of it, and what is wrong with it: the field names their ids as its description. */
  readonly notes?: ReactNode
  /** The field itself: an input, or a list to choose from. */
  readonly children: ReactNode
}

/** A field in which something is typed or chosen, under its label. */
export function TextField({ id, label, notes, children }: Props) {
  return (
    <div className="text-field">
      <label htmlFor={id}>{label}</label>
      {notes}
      {children}
    </div>
  )
}
