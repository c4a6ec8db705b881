// npm run dev: the site for whoever works on it, made anew as files change.
import { enterProject } from './enter-project'

enterProject()
await import('./serve-dev')
