/** The six kinds of digital tools that the survey asks about, in the order of the questionnaire. */
export const tools = [
  'appointmentPlatforms',
  'connectedDevices',
  'teleconsultation',
  'conversationalAi',
  'socialNetworks',
  'addictionApps',
] as const

export type Tool = (typeof tools)[number]
