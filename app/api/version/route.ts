import { programVersion } from '@/lib/version'

export const dynamic = 'force-static'

/** Which version of the program answers. */
export function GET(): Response {
  return Response.json({ version: programVersion })
}
