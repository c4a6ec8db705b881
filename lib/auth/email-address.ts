import { z } from 'zod'

const address = z.email().max(254)

/** An e-mail address as accounts keep it. */
export function normalEmail(typed: string): string {
  return typed.trim().toLowerCase()
}

/** The e-mail address that was typed, as accounts keep it; null where it is none. */
export function parseEmail(typed: string): string | null {
  return address.safeParse(normalEmail(typed)).data ?? null
}
