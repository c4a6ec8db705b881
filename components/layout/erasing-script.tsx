interface Props {
  /** A script that needs nothing but the page. */
  readonly script: string
}

/** A script that the page carries in itself, so that it runs even where no other arrives. Its hash is in the policy. */
export function ErasingScript({ script }: Props) {
  return <script dangerouslySetInnerHTML={{ __html: script }} />
}

/**
 * An empty live region, and the script that puts the words of another element into it once the page is read: a region
 * that has its words from the start is not announced. What is in the region is the script's, and not hydrated.
 */
export function SaidOnArrival({ wordsOf }: { readonly wordsOf: string }) {
  const script = `addEventListener('load',()=>setTimeout(()=>{document.getElementById('said-on-arrival').textContent=document.getElementById(${JSON.stringify(wordsOf)}).textContent},200))`
  return (
    <>
      <p
        role="status"
        id="said-on-arrival"
        className="visually-hidden"
        suppressHydrationWarning
        dangerouslySetInnerHTML={{ __html: '' }}
      />
      <ErasingScript script={script} />
    </>
  )
}
