import type { Settings } from '@/lib/env'
import { isLoopback } from './is-loopback'

/** Whether the operator has given the site an address by which other machines can know it. */
export const hasPublicAddress = ({ publicUrl }: Pick<Settings, 'publicUrl'>): boolean =>
  publicUrl !== undefined && !isLoopback(new URL(publicUrl).hostname)
