import type { QuestionnaireWords } from './words'

const noteId = 'compare-note'

interface Props {
  readonly words: QuestionnaireWords
}

/** Sends the answers, and says to those who listen what this means. */
export function SendButton({ words }: Props) {
  return (
    <button type="submit" formNoValidate className="button" aria-describedby={noteId}>
      {words.questionnaire.compare}
    </button>
  )
}

/** The button that sends the answers, beside the sentence that they leave the tab. */
export function SendAnswers({ words, isSending }: Props & { readonly isSending: boolean }) {
  return (
    <div className="send">
      <p id={noteId}>{words.questionnaire.compareNote}</p>
      <SendButton words={words} />
      <p role="status">{isSending ? words.questionnaire.comparing : ''}</p>
    </div>
  )
}
