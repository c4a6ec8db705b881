import { readSettings } from '@/lib/env'
import { keyedHash } from './keyed-hash'
import { readSecret } from './secrets'

/** What is kept of a receipt: enough to know it again, and nothing to guess it from. */
export function receiptHashOf(receipt: string): string {
  return keyedHash(readSecret(readSettings(), 'receipt'), 'receipt', receipt)
}
