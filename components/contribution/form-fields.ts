/** Names of the controls of the forms for contributing and for withdrawing. */
export const contributionFields = {
  consent: 'consent',
  /** Says which answers the form showed. */
  seal: 'answers',
  /** Nobody sees it; a program that fills in whatever it finds gives itself away. */
  trap: 'remarks',
  receipt: 'receipt',
} as const
