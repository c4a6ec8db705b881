// npm start: prepares everything that the site needs, and serves it.
import { enterProject } from './enter-project'
import { makeFilesPrivate } from './private-umask'

makeFilesPrivate()
enterProject()
await import('./serve')
