/** What an action of the admin area answers: why it was refused, what was typed, or what is shown once. */
export interface FormOutcome {
  /** null: it was done. */
  readonly reason: string | null
  /** What was typed, by the names of the fields; never a password or a code. */
  readonly typed: Readonly<Record<string, string>>
  /** What is wrong with which field, by their names, where it is known; the fields' own words say it. */
  readonly problems?: Readonly<Record<string, string>>
  /** Lines that are shown now and never again: a link, recovery codes. */
  readonly shown: readonly string[]
}

export type FormAction = (before: FormOutcome | null, sent: FormData) => Promise<FormOutcome | null>

export const unreachable: FormOutcome = { reason: 'unreachable', typed: {}, shown: [] }

/** The site was built anew since the page was loaded, and does not know its actions. */
export const pageTooOld: FormOutcome = { reason: 'pageTooOld', typed: {}, shown: [] }
