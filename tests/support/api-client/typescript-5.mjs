// The public generator needs TypeScript's programming interface, which version 7 does not have: it gets version 5.
import { register } from 'node:module'

const hooks = `export const resolve = (name, context, next) => next(name === 'typescript' ? 'typescript-5' : name, context)`
register(`data:text/javascript,${encodeURIComponent(hooks)}`, import.meta.url)
