/** Names of the controls of the forms for contributing and for withdrawing. */
export const contributionFields = {
  consent: 'consent',
  /** Nobody sees it; a program that fills in whatever it finds gives itself away. */
  trap: 'remarks',
  receipt: 'receipt',
} as const

/** The title of the receipt, which takes the focus once the form has led to it. */
export const receiptTitleId = 'receipt-title'
