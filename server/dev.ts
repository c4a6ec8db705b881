// npm run dev: the site for whoever works on it, made anew as files change.
import { enterProject } from './enter-project'
import { makeFilesPrivate } from './private-umask'

makeFilesPrivate()
enterProject()
await import('./serve-dev')
