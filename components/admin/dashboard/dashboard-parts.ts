/** The parts of the dashboard, in order: the keys of their words, and the fragments that lead to them. */
export const dashboardParts = ['responses', 'ages', 'answered', 'beside'] as const
export type DashboardPart = (typeof dashboardParts)[number]
