/** A window of some browser: what the journey needs of it, whatever its engine. Functions run in the page. */
export interface BrowserWindow {
  readonly goTo: (url: string) => Promise<void>
  readonly evaluate: <Result>(
    run: (...words: string[]) => Result | Promise<Result>,
    ...words: readonly string[]
  ) => Promise<Result>
  /** Presses what a function finds in the page, as a person would. Resolves with whether there was something. */
  readonly press: (
    find: (...words: string[]) => Element | null | undefined,
    ...words: readonly string[]
  ) => Promise<boolean>
  /** Ends the browser, and what was started for it. */
  readonly close: () => Promise<void>
}

/** Of a phone. A browser that cannot be as narrow takes its narrowest. */
export const windowSize = { width: 390, height: 844 } as const
