import { createFormControl, type FieldValues } from 'react-hook-form'
import { items, type ItemId } from '@/lib/instrument/catalogue'
import { draftFrom, type Draft } from '@/lib/instrument/draft'

export type QuestionnaireForm = ReturnType<typeof createQuestionnaireForm>

/** What the controls of a form hold now, read from the page itself. */
export function draftInPage(form: HTMLFormElement): Draft {
  const data = new FormData(form)
  return draftFrom(Object.fromEntries(items.map(({ id }) => [id, data.getAll(id)])))
}

/** A draft as the form library holds it, for which a dot in an id leads into an object. Every item has its list. */
function formValues(draft: Draft): FieldValues {
  const values: Record<string, unknown> = {}
  for (const { id } of items) {
    const [group = id, name] = id.split('.')
    const chosen = draft[id] ?? []
    values[group] = name === undefined ? chosen : { ...(values[group] as object | undefined), [name]: chosen }
  }
  return values
}

/** Made without the library's hook, which would draw the whole questionnaire anew once more when scripts take over. */
export const createQuestionnaireForm = (draft: Draft) =>
  createFormControl<FieldValues>({ defaultValues: formValues(draft) })

/** The values that the form library holds for an item: a list, also where only one can be chosen. */
export const valuesInForm = (form: QuestionnaireForm, id: ItemId): readonly string[] =>
  (form.getValues(id) as readonly string[] | undefined) ?? []

/** What the form library holds now. */
export function draftInForm(form: QuestionnaireForm): Draft {
  return draftFrom(Object.fromEntries(items.map(({ id }) => [id, valuesInForm(form, id)])))
}

/** Puts a draft into the form, and so onto the page: what is the same already is not drawn anew. */
export function showDraft(form: QuestionnaireForm, draft: Draft): void {
  for (const { id } of items) {
    const [values, held] = [draft[id] ?? [], valuesInForm(form, id)]
    const isSame = values.length === held.length && values.every((value) => held.includes(value))
    if (!isSame) form.setValue(id, values)
  }
}
