'use client'

import { useEffect, useRef } from 'react'
import { FieldGroup, inGroups } from './field-group'
import { FormFieldControl, type FormField } from './form-field'
import { pageTooOld, type FormAction } from './form-outcome'
import { MadeLink, type LinkWords } from './made-link'
import { bringBackTyped, reloadKeeping } from './typed-across-reload'
import { useActionSending } from './use-action-sending'

export interface ActionFormWords {
  readonly submit: string
  readonly sending: string
  /** What is said beside the label of each field that may not stay empty, where there are several. */
  readonly required: string
  /** The button that loads a page anew that is too old. */
  readonly reload: string
  /** What each refusal is called; `other` for those that have no words of their own. */
  readonly refusals: Readonly<Record<string, string>>
  /** What is said when it was done and the page stays. */
  readonly done?: string
  /** Of a form that makes links. */
  readonly link?: LinkWords
}

interface Props {
  /** Part of the ids of the form's controls: unique on the page. */
  readonly id: string
  readonly action: FormAction
  readonly fields: readonly FormField[]
  readonly words: ActionFormWords
  /** Whether its button is one of many, in a table say. */
  readonly isQuiet?: boolean
  /** Whether it stays, empty, when it has made a link: for the next one. */
  readonly isForMany?: boolean
}

/** What is said of a field that the server found something wrong with. */
function problemOf({ problems }: FormField, found: string | undefined): string | undefined {
  return problems === 'said' ? found : problems?.[found ?? '']
}

/** A form of the admin area. Keeps what was typed when it is refused, and works without scripts. */
export function ActionForm({ id, action, fields, words, isQuiet = false, isForMany = false }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const result = useRef<HTMLDivElement>(null)
  const { formAction, outcome, isSending, send } = useActionSending(id, action)
  const problem = outcome?.reason ? (words.refusals[outcome.reason] ?? words.refusals['other'] ?? '') : null
  const problemId = `${id}-problem`
  const problems = outcome?.problems
  const isOneOfSeveral = fields.filter(({ type, isReadOnly }) => type !== 'hidden' && !isReadOnly).length > 1

  const isTooOld = outcome?.reason === pageTooOld.reason

  useEffect(() => {
    if (form.current) bringBackTyped(id, form.current)
  }, [id])
  useEffect(() => {
    const find = (selector: string) => form.current?.querySelector<HTMLElement>(selector)
    if (isTooOld) find('.reload')?.focus()
    else if (problem !== null) (find('[aria-invalid]') ?? find('input:not([type="hidden"]), button'))?.focus()
    else if (outcome) {
      result.current?.focus()
      if (isForMany) form.current?.reset()
    }
  }, [outcome, problem, isTooOld, isForMany])

  const link = outcome?.link && words.link && (
    <MadeLink key={outcome.link.address} link={outcome.link} words={words.link} ref={result} />
  )
  if (link && !isForMany) return link
  return (
    <>
      {link}
      <form
        ref={form}
        className="action-form"
        action={formAction}
        onSubmit={send}
        // Fields with words for their problems are told by the server, in the language of the page.
        noValidate={fields.some((field) => field.problems !== undefined)}
      >
        {problem !== null && (
          <p className="problem" id={problemId} role="alert">
            {problem}
          </p>
        )}
        {isTooOld && (
          <p className="actions">
            <button
              type="button"
              className="button reload"
              onClick={() => form.current && reloadKeeping(id, form.current, fields)}
            >
              {words.reload}
            </button>
          </p>
        )}
        {inGroups(fields).map(([group, grouped]) => (
          <FieldGroup key={group ?? ''} title={group}>
            {grouped.map((field) => (
              <FormFieldControl
                key={field.name}
                id={`${id}-${field.name}`}
                field={field}
                typed={outcome?.typed[field.name]}
                problemId={problem === null || isTooOld || problems !== undefined ? undefined : problemId}
                problem={problemOf(field, problems?.[field.name])}
                required={isOneOfSeveral ? words.required : undefined}
              />
            ))}
          </FieldGroup>
        ))}
        <p className="actions">
          <button
            type="submit"
            className={isQuiet ? 'button-quiet' : 'button'}
            aria-describedby={problem !== null && fields.length === 0 ? problemId : undefined}
          >
            {words.submit}
          </button>
          <span className="status" role="status">
            {isSending ? words.sending : outcome && problem === null && !link ? (words.done ?? '') : ''}
          </span>
        </p>
      </form>
    </>
  )
}
