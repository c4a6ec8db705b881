import { leadTo, readForm } from '@/lib/http/form-replies'
import { localeFrom, type Locale } from '@/lib/i18n/locales'
import { pathTo, type RouteId } from '@/lib/i18n/routes'
import { unreadableForm } from '../form-refusals'

interface FormRoute {
  readonly POST: (request: Request) => Promise<Response>
  /** A form's address that is opened by itself leads to the form's page. */
  readonly GET: (request: Request) => Response
}

const localeOf = (request: Request): Locale => localeFrom(new URL(request.url).searchParams.get('locale'))

/** The route that the form on a page is posted to. A form that cannot be read is answered with 400. */
export function formRoute(
  page: RouteId,
  answer: (request: Request, sent: FormData, locale: Locale) => Promise<Response>,
): FormRoute {
  return {
    POST: async (request) => {
      const sent = await readForm(request)
      return sent === null
        ? unreadableForm.answer(request, 400, 'unreadable')
        : answer(request, sent, localeOf(request))
    },
    GET: (request) => leadTo(request, pathTo(page, localeOf(request))),
  }
}
