/** The shape that stands for a national figure, or for a share of participants, drawn around its own middle. */
export function PairShape({ kind }: { readonly kind: 'national' | 'participants' }) {
  return kind === 'national' ? (
    <circle className="national" r="5.5" />
  ) : (
    <path className="participants-point" d="M0-6 6 0 0 6-6 0Z" />
  )
}

/** The same as a sign among words. */
export function PairMark({ kind }: { readonly kind: 'national' | 'participants' }) {
  return (
    <svg className="pair-mark" viewBox="-8 -8 16 16" aria-hidden="true" focusable="false">
      <PairShape kind={kind} />
    </svg>
  )
}
