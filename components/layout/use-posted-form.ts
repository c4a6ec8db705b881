import { useCallback, useEffect, useRef, useState, type SyntheticEvent } from 'react'
import { fieldsOf, sendForm } from './send-form'

export interface PostedForm<Refused> {
  /** What the form was told when it was refused last; null where it was not. */
  readonly refused: Refused | null
  readonly isSending: boolean
  /** Sends fields to the form's address, once however often it is called meanwhile. */
  readonly sendFields: (form: HTMLFormElement, fields: URLSearchParams, onDone?: () => void) => void
  /** Sends the form as it stands: for its `onSubmit`. */
  readonly send: (event: SyntheticEvent<HTMLFormElement>) => void
}

/**
 * A form that posts to a route handler. Without scripts it posts by itself, and the page that answers says why it was refused:
 * `refusedBefore`. With them a server that does not answer, which is told by `unreachable`, leaves everything where it is.
 */
export function usePostedForm<Refused>(
  refusedBefore: Refused | null,
  unreachable: Refused,
): PostedForm<Refused> {
  const [refused, setRefused] = useState(refusedBefore)
  const [isSending, setSending] = useState(false)
  const isUnderWay = useRef(false)

  const begin = useCallback((isNow: boolean) => {
    isUnderWay.current = isNow
    setSending(isNow)
  }, [])
  useEffect(() => {
    // A page that comes back from the browser's memory can be used again.
    const comeBack = () => begin(false)
    addEventListener('pageshow', comeBack)
    return () => removeEventListener('pageshow', comeBack)
  }, [begin])

  const sendFields = (form: HTMLFormElement, fields: URLSearchParams, onDone?: () => void) => {
    if (isUnderWay.current) return
    begin(true)
    void (async () => {
      const sent = await sendForm<Refused>(form.action, fields)
      if (sent.kind === 'done') {
        onDone?.()
        location.assign(sent.address)
      } else if (sent.kind === 'pageNew') form.submit()
      else {
        begin(false)
        setRefused(sent.kind === 'refused' ? sent.refused : { ...unreachable })
      }
    })()
  }
  const send = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault()
    sendFields(event.currentTarget, fieldsOf(event.currentTarget))
  }
  return { refused, isSending, sendFields, send }
}
