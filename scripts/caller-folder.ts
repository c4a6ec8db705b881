import path from 'node:path'
import { environmentWith } from '@/lib/env'

/** A path as the caller of a script means it: the scripts run in the project's folder, wherever they are called from. */
export const fromCaller = (file: string): string => path.resolve(environmentWith({})['INIT_CWD'] ?? '', file)
