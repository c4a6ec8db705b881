/** Whether a process of this number runs. One that was given the number of another since only has its things kept for longer. */
export function isRunning(processId: number): boolean {
  if (processId <= 0) return false
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    // That of another user: it runs.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
