// npm run build: builds the site now, whether or not something has changed; with --if-changed, only where something has.
import { parseArgs } from 'node:util'
import { build, isBuildFresh } from '../server/build'

const { values } = parseArgs({ options: { 'if-changed': { type: 'boolean', default: false } } })
const root = process.cwd()
const isDone = (values['if-changed'] && isBuildFresh(root)) || (await build(root))
process.exitCode = isDone ? 0 : 1
