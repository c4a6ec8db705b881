import 'server-only'
import { readSettings } from '@/lib/env'
import type { Answers } from '@/lib/instrument/answers'
import { keyedHash } from '@/lib/keys/keyed-hash'
import { readSecret } from '@/lib/keys/secrets'

/**
 * What a form carries to say which answers it showed: the same for the same answers, 64 hexadecimal digits. Nobody can make one
 * without the site's key, and none tells what it was made of.
 */
export function answersSeal(answers: Answers): string {
  return keyedHash(readSecret(readSettings(), 'session'), 'answers', JSON.stringify(answers))
}
