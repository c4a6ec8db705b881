/**
 * Asks for the answer by which the browser forgets the pages that it keeps, the one before this among them. By a picture that is
 * none: it needs no script, and pages whose scripts had not taken over when they were left do not look whether they still hold.
 */
export function ForgetPages() {
  return <img src="/api/forget" alt="" hidden />
}
