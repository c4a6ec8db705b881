/**
 * What the style sheets use although it was not in every browser by the end of 2021: either every supported one has it
 * since, or the page can be read and used as well without it.
 */
export const newerStyles = {
  allowProperties: [
    // In every supported browser, if need be with a prefix, which the build writes.
    'accent-color',
    'appearance',
    'break-after',
    'color-scheme',
    'hyphens',
    'outline',
    'print-color-adjust',
    'text-size-adjust',
    'user-select',
    // On iOS: a text of several lines is scrolled instead of made larger.
    'resize',
    // Lines of a heading are of unequal length.
    'text-wrap',
    // Where the system's own colours are used: signs of a legend keep theirs.
    'forced-color-adjust',
    // On paper, what was folded stays folded.
    'content-visibility',
  ],
  allowPropertyValues: { 'overflow-wrap': ['anywhere'] },
  allowSelectors: [
    'focus-visible',
    // Not in Chrome below 105 and Firefox below 121: wide pages are narrower, a chosen answer has no frame beside its dot.
    'has',
    // Goes with `content-visibility`.
    'details-content',
  ],
  allowMediaConditions: [
    'forced-colors',
    // Not in Chrome below 120, Firefox below 113 and Safari below 17: the long form is seen until the scripts have come,
    // and the sentence for people without scripts is not shown.
    'scripting',
  ],
  // Written after `vh`, for those who do not know it.
  allowUnits: ['dvh'],
  // The margins of the paper are the browser's own.
  allowAtRules: ['page'],
} as const
