import { unlessUnavailable } from '@/app/api/answer-problem'
import { siteOrigin } from '@/app/site-origin'
import { appDatabase } from '@/lib/db/engine/client'
import { readOperator } from '@/lib/db/operator'
import { securityTxt } from '@/lib/discovery/text-files'
import { locales } from '@/lib/i18n/locales'

export const dynamic = 'force-dynamic'

const type = { 'Content-Type': 'text/plain; charset=utf-8' }

/** To whom one writes who has found a hole; there is no such file as long as the operator has named no address. */
export async function GET(): Promise<Response> {
  return unlessUnavailable(async () => {
    const { email } = await readOperator(appDatabase)
    if (email === null) {
      return new Response('The operator of this site has not named a contact.\n', {
        status: 404,
        headers: type,
      })
    }
    const address = `${siteOrigin()}/.well-known/security.txt`
    const headers = { ...type, 'Cache-Control': 'public, max-age=86400' }
    return new Response(securityTxt(email, locales, address, new Date()), { headers })
  })
}
