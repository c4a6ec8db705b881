// npm run build: builds the site now, whether or not something has changed; with --if-changed, only where something has.
import { build, isBuildFresh } from '../server/build'
import { runScript } from './run-script'

const line = {
  command: 'npm run build',
  says: 'Builds the site. `npm start` does so too where something has changed.',
  operands: {},
  options: { 'if-changed': { says: 'builds only where something has changed since the last build' } },
}

await runScript(line, async ({ options }) => {
  const root = process.cwd()
  if (options['if-changed'] && isBuildFresh(root)) return 'The site is built already.'
  if (!(await build(root))) throw new Error('The site could not be built: the reason stands above.')
  return 'The site is built.'
})
