import { z } from 'zod'

// What an entry may hold is listed by rules, and nothing else can be in it: no free text, hence no answers, passwords or
// network addresses.

/** An id: it has the form neither of an e-mail address, which would stay in the log for ever, nor of a network address. */
export const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/)

/** What an action is done to. */
export const subjects = {
  nothing: z.null(),
  account: id,
  /** The account that somebody who had not come in tried to come in to; null where the actor is the one who came in. */
  triedAccount: id.nullable(),
  /** An invitation, or a link to recover an account. */
  link: id,
  setting: z.string().regex(/^[a-z][A-Za-z]{0,63}$/),
  wave: id,
  /** `<wave>/<id of the edition>` */
  edition: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}\/[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/),
  release: id,
} as const

/** What actions are about, in the order in which an owner may choose among them. `past`: done by earlier versions only. */
export const auditThemes = ['entering', 'ownAccount', 'accounts', 'data', 'log', 'past'] as const

/** What is known of an action, and the details that are recorded of it. */
export interface ActionRule {
  readonly theme: (typeof auditThemes)[number]
  readonly subject: keyof typeof subjects
  readonly details: z.ZodObject<
    Record<string, z.ZodType<string | number | boolean | undefined>>,
    z.core.$strict
  >
}

export const noDetails = z.strictObject({})
export const count = z.int().nonnegative()
