/** Version of the words that a contributor consents to; kept with every response. Changes with every change of them. */
export const consentVersion = '2026-11.3'

/** What stands in its place in a made-up response, which nobody consented to. */
export const demoConsentVersion = 'demo'
