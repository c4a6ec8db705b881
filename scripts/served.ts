import { z } from 'zod'
import type { Settings } from '@/lib/env'
import { isRunning } from '@/lib/is-running'
import { readNotedAddress } from '@/server/noted-address'

/** How long an answer is waited for, in milliseconds. */
const patienceMs = 3000

const answer = z.object({ origin: z.url() })

/** Which address a site believes that it has, asked at `url` with some headers; null where no site of this program answers there. */
export async function askOrigin(
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<string | null> {
  try {
    const response = await fetch(new URL('/api/address', url), {
      headers,
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    })
    return answer.parse(await response.json()).origin
  } catch {
    return null
  }
}

/** Where the site of a data folder answers; null where it does not, as far as this machine knows. */
export async function findServed(settings: Settings): Promise<string | null> {
  const noted = readNotedAddress(settings)
  // Another site may have its port since it was ended at once.
  if (noted === null || !isRunning(noted.processId)) return null
  return (await askOrigin(noted.url)) === null ? null : noted.url
}
