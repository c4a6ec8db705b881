/** The wave that comes with the project: the current one wherever owners have made no other. */
export const projectWaveId = '2025-12'
