import path from 'node:path'

/** A path as whoever called a script means it: the scripts run in the project's folder, wherever they are called from. */
export const fromCaller = (file: string): string => path.resolve(process.env['INIT_CWD'] ?? '', file)
