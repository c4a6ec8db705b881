import { useId, type Ref } from 'react'
import { CopyButtons, type CopyWords } from '@/components/ui/copy-buttons'
import type { LinkToGive } from './form-outcome'

/** What is said around a link that was made. */
export interface LinkWords extends CopyWords {
  readonly note: string
  readonly copy: string
  readonly message: string
  readonly copyMessage: string
}

interface Props {
  readonly link: LinkToGive
  readonly words: LinkWords
  readonly ref: Ref<HTMLDivElement>
}

/** A link that was made, to be copied now, alone or in a message that says what it is for. */
export function MadeLink({ link: { title, address, message }, words, ref }: Props) {
  const id = useId()
  return (
    <div className="shown-once" role="status" tabIndex={-1} ref={ref}>
      <p>
        <strong>{title}</strong>
      </p>
      <p>{words.note}</p>
      <p>
        <code id={`${id}-address`} translate="no">
          {address}
        </code>
      </p>
      <p className="actions">
        <button type="button" className="button-quiet" data-copies={`${id}-address`} hidden>
          {words.copy}
        </button>
      </p>
      <details className="fold">
        <summary>{words.message}</summary>
        <pre id={`${id}-message`} className="message" translate="no">
          {message}
        </pre>
        <p className="actions">
          <button type="button" className="button-quiet" data-copies={`${id}-message`} hidden>
            {words.copyMessage}
          </button>
        </p>
      </details>
      <CopyButtons copied={words.copied} refused={words.refused} />
    </div>
  )
}
