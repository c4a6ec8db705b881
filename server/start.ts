// npm start: prepares everything that the site needs, and serves it.
import { enterProject } from './enter-project'
import { generateClient } from './generate-client'
import { makeFilesPrivate } from './private-umask'

makeFilesPrivate()
enterProject()
if (generateClient(process.cwd())) await import('./serve')
else process.exitCode = 1
