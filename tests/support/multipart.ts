/** Shorter ones than 27 characters are none to Node. */
const boundary = 'a-boundary-of-the-tests-long-enough'

/** The type of a form that a page of the admin area sends. */
export const multipartType = `multipart/form-data; boundary=${boundary}`

/** The body of such a form. */
export const multipartBody = (fields: readonly (readonly [name: string, content: string])[]): string =>
  [
    ...fields.map(
      ([name, content]) =>
        `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${content}\r\n`,
    ),
    `--${boundary}--\r\n`,
  ].join('')
