let hasBegun = false

/** Whether this process ends: it begins no new work, and a load balancer should ask another one. */
export const isStopping = (): boolean => hasBegun

/** From now on, this process ends. */
export function beginToStop(): void {
  hasBegun = true
}
