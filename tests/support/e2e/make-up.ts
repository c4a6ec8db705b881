import { openDatabase } from '@/lib/db/client'
import { seedDemo } from '@/lib/db/seed-demo'

const now = new Date()

/** Puts so many made-up responses into the database of a site, in place of earlier ones, and counts them. */
export async function makeUp(file: string, count: number): Promise<void> {
  const database = openDatabase(`file:${file}`)
  await seedDemo(database, count, { seed: 'participants', now, force: false })
  await database.close()
}
