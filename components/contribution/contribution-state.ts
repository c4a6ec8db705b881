/** Whether the answers of a comparison were contributed. */
export type ContributionState =
  | { readonly kind: 'open' }
  | {
      readonly kind: 'given'
      readonly receipt: string
      /** The answers were changed since. */
      readonly isOutdated: boolean
    }
