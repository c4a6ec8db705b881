/** Beyond these a figure is doubtful, and may be right all the same. */
export const thresholds = {
  /** What the options of a single choice add up to, in percent: each is rounded by itself. */
  singleChoiceLow: 97,
  singleChoiceHigh: 103,
  /** Fewer people than this make shares that jump from survey to survey. */
  smallBase: 50,
  /** Points by which a share seldom moves between two waves. */
  movedPoints: 15,
} as const
