import { revalidatePath } from 'next/cache'
import { redirect, RedirectType } from 'next/navigation'
import type { FormOutcome, LinkToGive } from '@/components/admin/form-outcome'
import { DatabaseError } from '@/lib/errors'
import { refusedStatus, setResponseStatus } from '@/lib/http/response-status'
import { kindOfError, log } from '@/lib/log'

const statuses: Readonly<Record<string, number>> = { forbidden: 403, signedOut: 401, unavailable: 503 }

/** The answer to a form that was refused; its fields keep what was typed, and those with problems say so. */
export function refusal(
  reason: string,
  typed: Readonly<Record<string, string>> = {},
  problems?: Readonly<Record<string, string>>,
): FormOutcome {
  setResponseStatus(statuses[reason] ?? refusedStatus)
  return { reason, typed, ...(problems && { problems }) }
}

/** The answer to a form that was done, and whose page stays. */
export const done = (link?: LinkToGive): FormOutcome => ({ reason: null, typed: {}, ...(link && { link }) })

/** Everything that the area shows is asked for again, also what the browser has kept of it. */
export const showAnew = () => revalidatePath('/[locale]/admin', 'layout')

/** Leads to another page. Back asks for the present one again: its session may have ended meanwhile. */
export function leadOn(address: string): never {
  showAnew()
  redirect(address, RedirectType.push)
}

/** What was typed, with the ends of lines that it was shown with: a browser sends others, and a text would seem to have changed. */
const asShown = (text: string) => text.replaceAll('\r\n', '\n')

/** A text field of a form; empty where there is none. */
export function textOf(sent: FormData, name: string): string {
  const entry = sent.get(name)
  return typeof entry === 'string' ? asShown(entry) : ''
}

/** Everything that the text fields of a form say, by the names of its controls; those of the framework's own are not among them. */
export const typedIn = (sent: FormData): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...sent].flatMap(([name, value]) =>
      typeof value === 'string' && !name.startsWith('$') ? [[name, asShown(value)]] : [],
    ),
  )

/** Does something that asks the database; a database that does not answer is told in the form, and nothing typed is lost. */
export async function whileAvailable(
  typed: Readonly<Record<string, string>>,
  work: () => Promise<FormOutcome>,
): Promise<FormOutcome> {
  try {
    return await work()
  } catch (error) {
    log.error(kindOfError(error), 'a form of the admin area could not be answered')
    if (!(error instanceof DatabaseError)) throw error
    return refusal('unavailable', typed)
  }
}
