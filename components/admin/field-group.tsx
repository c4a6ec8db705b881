import type { ReactNode } from 'react'
import type { FormField } from './form-field'

type Group = readonly [title: string | undefined, fields: readonly FormField[]]

/** The fields of a form by their groups, in order. */
export function inGroups(fields: readonly FormField[]): readonly Group[] {
  const titles = [...new Set(fields.map(({ group }) => group))]
  return titles.map((title) => [title, fields.filter(({ group }) => group === title)])
}

interface Props {
  /** undefined: the fields are in no group. */
  readonly title: string | undefined
  readonly children: ReactNode
}

/** Fields that belong together, under a heading. */
export function FieldGroup({ title, children }: Props) {
  if (title === undefined) return children
  return (
    <fieldset className="field-group">
      <legend>
        <h2>{title}</h2>
      </legend>
      {children}
    </fieldset>
  )
}
