// npm run build: builds the site now, whether or not something has changed.
import { build } from '../server/build'

process.exitCode = (await build(process.cwd())) ? 0 : 1
