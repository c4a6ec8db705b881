// npm run dev: the site for whoever works on it, made anew as files change.
import { enterProject } from './enter-project'
import { generateClient } from './generate-client'
import { makeFilesPrivate } from './private-umask'

makeFilesPrivate()
enterProject()
if (generateClient(process.cwd())) await import('./serve-dev')
else process.exitCode = 1
