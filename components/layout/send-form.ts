/** What came of a form that scripts sent. */
export type Sent<Refused> =
  /** It was done, and leads to a page. */
  | { readonly kind: 'done'; readonly address: string }
  | { readonly kind: 'refused'; readonly refused: Refused }
  /** It was refused, and the page has to be shown anew. */
  | { readonly kind: 'pageNew' }
  | { readonly kind: 'unreachable' }

/** Sends the fields of a form to its address, and says what came of it. Never throws. */
export async function sendForm<Refused>(address: string, fields: URLSearchParams): Promise<Sent<Refused>> {
  try {
    const headers = { Accept: 'application/json' }
    const response = await fetch(address, { method: 'POST', body: fields, headers })
    const reply = (await response.json()) as { address?: string; refused?: Refused; isPageNew?: boolean }
    if (reply.address !== undefined) return { kind: 'done', address: reply.address }
    if (reply.refused !== undefined) return { kind: 'refused', refused: reply.refused }
    return reply.isPageNew === true ? { kind: 'pageNew' } : { kind: 'unreachable' }
  } catch {
    // No answer, or one that is not the site's.
    return { kind: 'unreachable' }
  }
}

/** The fields of a form as a browser sends them. Files, which no form of the site has, are left out. */
export function fieldsOf(form: HTMLFormElement): URLSearchParams {
  const fields = [...new FormData(form)].filter(
    (field): field is [string, string] => typeof field[1] === 'string',
  )
  return new URLSearchParams(fields)
}
