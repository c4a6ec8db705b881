// npm start: prepares everything that the site needs, and serves it.
import { enterProject } from './enter-project'

enterProject()
await import('./serve')
