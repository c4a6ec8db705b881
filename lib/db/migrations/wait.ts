/** How long a process waits for another one that migrates the same database, in milliseconds. */
export const migrationWaitMs = 60_000
