import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { items } from '@/lib/instrument/catalogue'
import { draftFrom, type Draft } from '@/lib/instrument/draft'

/** What the controls of a form hold now, read from the page itself. */
export function draftInPage(form: HTMLFormElement): Draft {
  const data = new FormData(form)
  return draftFrom(Object.fromEntries(items.map(({ id }) => [id, data.getAll(id)])))
}

/** What the form library holds now: one value for a single choice, a list for a multiple one. */
export function draftInForm(form: UseFormReturn<FieldValues>): Draft {
  return draftFrom(
    Object.fromEntries(
      items.map(({ id }) => {
        const held: unknown = form.getValues(id)
        return [id, typeof held === 'string' ? [held] : held]
      }),
    ),
  )
}

/** Puts a draft into the form and onto the page. */
export function showDraft(form: UseFormReturn<FieldValues>, draft: Draft): void {
  for (const item of items) {
    const values = draft[item.id]
    if (values) form.setValue(item.id, item.kind === 'single' ? values[0] : [...values])
  }
}
