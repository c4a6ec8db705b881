'use client'

/**
 * What is shown where a page breaks in the browser. Its words are those that the layout left on the body. Tries again by loading
 * the page: what is missing may be a script that a new build of the site has no more.
 */
export default function BrokenPage() {
  const { errorTitle, errorText, errorRetry } = document.body.dataset
  return (
    <main id="content">
      <section className="error-notice" role="alert">
        <h1>{errorTitle}</h1>
        <p>{errorText}</p>
        <p className="actions">
          <button type="button" className="button" onClick={() => location.reload()}>
            {errorRetry}
          </button>
        </p>
      </section>
    </main>
  )
}
