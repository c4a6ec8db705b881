import { eraseAndLeadTo } from '../erase-and-lead-to'

/** Erases everything, and says so. */
export async function POST(request: Request): Promise<Response> {
  return eraseAndLeadTo('erased', request)
}
