import { eraseAndLeadTo } from '../erase-and-lead-to'

/** Erases everything, and leaves the site. */
export async function POST(request: Request): Promise<Response> {
  return eraseAndLeadTo('exit', request)
}
