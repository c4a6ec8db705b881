// npm run build: builds the site now, whether or not something has changed; with --if-changed, only where something has.
import { build } from '../server/build'
import { runScript } from './run-script'

const line = {
  command: 'npm run build',
  says: 'Builds the site. `npm start` does so too where something has changed.',
  operands: {},
  options: { 'if-changed': { says: 'builds only where something has changed since the last build' } },
}

await runScript(line, async ({ options }) => {
  const folder = await build(process.cwd(), { isForced: !options['if-changed'] })
  if (folder === null) throw new Error('The site could not be built: the reason stands above.')
  return 'The site is built.'
})
