// A process that does the daily work once, and exits with 1 where it could not be done, for daily-audit.test.ts.
import { readSettings } from '@/lib/env'
import { doDailyWork } from '@/server/daily-job'

process.exitCode = (await doDailyWork(readSettings(), new Date())) ? 0 : 1
