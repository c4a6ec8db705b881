import { version } from '../package.json'

/** The version of the program: see CHANGELOG.md for what each one brought. */
export const programVersion: string = version
