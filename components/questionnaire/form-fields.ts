import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { items, type ItemId } from '@/lib/instrument/catalogue'
import { draftFrom, type Draft } from '@/lib/instrument/draft'

export type QuestionnaireForm = UseFormReturn<FieldValues>

/** What the controls of a form hold now, read from the page itself. */
export function draftInPage(form: HTMLFormElement): Draft {
  const data = new FormData(form)
  return draftFrom(Object.fromEntries(items.map(({ id }) => [id, data.getAll(id)])))
}

/** The values that the form library holds for an item: a list, also where only one can be chosen. */
export const valuesInForm = (form: QuestionnaireForm, id: ItemId): readonly string[] =>
  (form.getValues(id) as readonly string[] | undefined) ?? []

/** What the form library holds now. */
export function draftInForm(form: QuestionnaireForm): Draft {
  return draftFrom(Object.fromEntries(items.map(({ id }) => [id, valuesInForm(form, id)])))
}

/** Puts a draft into the form, and so onto the page. */
export function showDraft(form: QuestionnaireForm, draft: Draft): void {
  for (const { id } of items) form.setValue(id, draft[id] ?? [])
}
