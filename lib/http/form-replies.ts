import type { RouteId } from '@/lib/i18n/routes'
import { currentExchange } from './exchange'

/** What a form is told that was refused. */
export interface FormRefusal<Refused> {
  /**
   * The answer to a form that was refused: a page that says so, or for scripts the refusal itself. `isPageNew` where even scripts
   * have to show the page anew.
   */
  readonly answer: (request: Request, status: number, refused: Refused, isPageNew?: boolean) => Response
  /** What the form on the page that is being made was told; null where it was not refused. */
  readonly read: () => Refused | null
}

/** Whether scripts of the site sent a form. Without them a browser asks for a page. */
const isByScript = (request: Request): boolean => request.headers.get('accept') === 'application/json'

const notKept = { 'Cache-Control': 'no-store' } as const

/** How long a client waits that was not told for how long, in seconds. */
const usualWaitSeconds = 30

/** For how long a client should wait before it asks again, in seconds; null where asking again is of no use. */
function waitSeconds(status: number, refused: unknown): number | null {
  if (status !== 429 && status !== 503) return null
  const minutes: unknown =
    typeof refused === 'object' && refused !== null ? Reflect.get(refused, 'retryMinutes') : undefined
  return typeof minutes === 'number' && minutes > 0 ? minutes * 60 : usualWaitSeconds
}

/**
 * The answers to a form that is posted to a route handler, and shown again on the page `route` when it is refused. The address of
 * a route handler is known to every build of the site, unlike a server action's.
 */
export function formRefusal<Refused>(form: string, route: RouteId): FormRefusal<Refused> {
  return {
    answer: (request, status, refused, isPageNew = false) => {
      const retryAfterSeconds = waitSeconds(status, refused)
      if (isByScript(request)) {
        const wait = retryAfterSeconds === null ? {} : { 'Retry-After': String(retryAfterSeconds) }
        return Response.json(isPageNew ? { isPageNew } : { refused }, {
          status,
          headers: { ...notKept, ...wait },
        })
      }
      const exchange = currentExchange()
      if (exchange) exchange.pageInstead = { route, status, form, refused, retryAfterSeconds }
      return new Response(null, { status, headers: notKept })
    },
    read: () => {
      const page = currentExchange()?.pageInstead
      return page?.form === form ? (page.refused as Refused) : null
    },
  }
}

/** The answer to a form that was done: leads to a page. */
export function leadTo(request: Request, address: string): Response {
  if (isByScript(request)) return Response.json({ address }, { headers: notKept })
  return new Response(null, { status: 303, headers: { ...notKept, Location: address } })
}

/** The fields of a form that was posted; null where it is broken or no form at all. */
export async function readForm(request: Request): Promise<FormData | null> {
  try {
    return await request.formData()
  } catch {
    return null
  }
}
