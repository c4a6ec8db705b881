import { z } from 'zod'

const address = z.email().max(254)

/** The e-mail address that was typed, in lower case as accounts keep it; null where it is none. */
export function parseEmail(typed: string): string | null {
  return address.safeParse(typed.trim().toLowerCase()).data ?? null
}
