// npm run build: builds the site now, whether or not something has changed; with --if-changed, only where something has.
import { parseArgs } from 'node:util'
import { build } from '../server/build'

const { values } = parseArgs({ options: { 'if-changed': { type: 'boolean', default: false } } })
const folder = await build(process.cwd(), { isForced: !values['if-changed'] })
process.exitCode = folder === null ? 1 : 0
