import { dictionary } from '@zxcvbn-ts/language-common'

export const leastPasswordLength = 12
export const mostPasswordLength = 1024

/** How many characters must remain beside what anyone would guess. */
const leastRemainder = 8

/** Why a new password is refused. */
export type PasswordProblem = 'tooShort' | 'tooLong' | 'common'

const common = new Set(dictionary['passwords-common'].map((password) => password.toLowerCase()))

/** Words that anyone would try for this account: at least three characters, longest first. */
function guessableWords(email: string, siteName: string): readonly string[] {
  const [local = '', domain = ''] = email.toLowerCase().split('@')
  const words = [email.toLowerCase(), local, domain, ...local.split(/[^\p{L}\p{N}]+/u), ...domain.split('.')]
  return [...words, siteName.toLowerCase()]
    .filter((word) => word.length >= 3)
    .toSorted((one, other) => other.length - one.length)
}

/** `abcabcabc` and `passwordpassword` are as easy as their part. */
function repeatedPart(text: string): string {
  return /^(.+?)\1+$/su.exec(text)?.[1] ?? text
}

/**
 * Why a password may not be used by a person on a site; null where it may. It needs 12 characters, and 8 that remain
 * beside the e-mail address and the site's name. Common passwords are refused in every case, also with digits and signs
 * around them, and repeated; the list is the one of zxcvbn. Nothing is asked of the kinds of characters.
 */
export function passwordProblem(password: string, email: string, siteName: string): PasswordProblem | null {
  // As the library hashes it: what looks alike is alike.
  const text = password.normalize('NFKC').toLowerCase()
  const length = Array.from(text).length
  if (length < leastPasswordLength) return 'tooShort'
  if (length > mostPasswordLength) return 'tooLong'

  const remainder = guessableWords(email, siteName).reduce((rest, word) => rest.replaceAll(word, ''), text)
  const word = remainder.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const candidates = [text, remainder, word, repeatedPart(text), repeatedPart(word)]
  const isGuessable =
    Array.from(remainder).length < leastRemainder ||
    new Set(text).size < 5 ||
    candidates.some((candidate) => common.has(candidate))
  return isGuessable ? 'common' : null
}
