import type { PublishedTable } from '@/lib/disclosure/aggregates/edition-tables'

/** Tables of an edition: one of everyone, one of a population with a suppressed cell and a small base, one of an item that is no more. */
export const someTables: readonly PublishedTable[] = [
  {
    item: 'humanSupport',
    population: null,
    base: { under35: 60, from35: 90, both: 150 },
    options: [
      { option: 'yesCompletely', counts: { under35: 40, from35: 65, both: 105 } },
      { option: 'dontKnow', counts: { under35: null, from35: null, both: 45 } },
    ],
  },
  {
    item: 'trust.teleconsultation',
    population: 'current_users_of_it',
    base: { under35: 45, from35: null, both: null },
    options: [{ option: 'ratherYes', counts: { under35: 20, from35: null, both: null } }],
  },
  {
    item: 'mood',
    population: null,
    base: { under35: 50, from35: 50, both: 100 },
    options: [{ option: 'good', counts: { under35: 15, from35: 20, both: 35 } }],
  },
]
