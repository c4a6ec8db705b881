/** A link that was made, with what is to be said with it. */
export interface LinkToGive {
  /** For whom it is. */
  readonly title: string
  readonly address: string
  /** What can be sent to them: what the link is for, and what they need. */
  readonly message: string
}

/** What an action of the admin area answers: why it was refused, what was typed, or what is shown once. */
export interface FormOutcome {
  /** null: it was done. */
  readonly reason: string | null
  /** What was typed, by the names of the fields; never a password or a code. */
  readonly typed: Readonly<Record<string, string>>
  /** What is wrong with which field, by their names, where it is known; the fields' own words say it. */
  readonly problems?: Readonly<Record<string, string>>
  /** Shown now and never again; where the form stays, until it has made the next one. */
  readonly link?: LinkToGive
}

/** `before`: the outcome of the last time, as the browser has it. */
export type FormAction = (before: FormOutcome | null, sent: FormData) => Promise<FormOutcome | null>

export const unreachable: FormOutcome = { reason: 'unreachable', typed: {} }

/** The site was built anew since the page was loaded, and does not know its actions. */
export const pageTooOld: FormOutcome = { reason: 'pageTooOld', typed: {} }
