/** How long transactions wait for their turn, and how long they may take, in milliseconds. */
export const patience = {
  /** A change, and its entry in the audit log. */
  change: { maxWait: 15_000, timeout: 15_000 },
  /** Deleting what came due. */
  erasing: { maxWait: 15_000, timeout: 60_000 },
  /** Storing an edition, which marks every new response. */
  edition: { maxWait: 30_000, timeout: 600_000 },
} as const

/** How long a copy of the whole database may take, in milliseconds. */
export const copyMs = 12 * 60 * 60 * 1000
