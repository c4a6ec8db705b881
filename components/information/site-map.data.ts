import type { RouteId } from '@/lib/i18n/routes'

/** The pages that a person may want to go to, by what they are for. */
export const siteMap = {
  start: ['home', 'questionnaire', 'results', 'takePart'],
  figures: ['figures', 'trends', 'corrections', 'participants', 'method', 'api'],
  data: ['privacy', 'withdraw'],
  site: ['help', 'accessibility', 'legalNotice'],
} as const satisfies Record<string, readonly RouteId[]>
