/** What authenticators call the site; no password may be made of it. */
export const siteName = 'Miroir'
