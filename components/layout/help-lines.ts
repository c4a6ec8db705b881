/** The day on which this list was drawn up. */
export const helpLinesDatedOn = '2026-11-23'

/** The numbers to call in France. `id` names the words in `messages`. */
export const helpLines = [
  { id: 'suicidePrevention', number: '3114', href: 'tel:3114' },
  { id: 'emergency', number: '15', href: 'tel:15' },
  { id: 'europeanEmergency', number: '112', href: 'tel:112' },
  { id: 'deafEmergency', number: '114', href: 'sms:114' },
] as const
