interface Props {
  /** A script that needs nothing but the page. */
  readonly script: string
}

/** A script that the page carries in itself, so that it runs even where no other arrives. Its hash is in the policy. */
export function ErasingScript({ script }: Props) {
  return <script dangerouslySetInnerHTML={{ __html: script }} />
}
