'use client'

interface Props {
  readonly reset: () => void
}

/** What is shown where a page breaks in the browser. Its words are those that the layout left on the body. */
export default function BrokenPage({ reset }: Props) {
  const { errorTitle, errorText, errorRetry } = document.body.dataset
  return (
    <main id="content">
      <section className="error-notice" role="alert">
        <h1>{errorTitle}</h1>
        <p>{errorText}</p>
        <p className="actions">
          <button type="button" className="button" onClick={reset}>
            {errorRetry}
          </button>
        </p>
      </section>
    </main>
  )
}
