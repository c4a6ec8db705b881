// Does a day's work in publishing for the site of this environment, at the moment that is given, and prints the id of what was made.
import { publishForSite } from '@/lib/editions/publish-for-site'
import { readSettings } from '@/lib/env'

const [moment = ''] = process.argv.slice(2)
const done = await publishForSite(readSettings(), new Date(moment))
process.stdout.write(done.find(({ made }) => made !== null)?.made?.id ?? '')
