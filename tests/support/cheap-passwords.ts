import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

// Passwords are hashed as on a site, but for what makes it slow on purpose: half of what tests of accounts took. Browser tests and the tests
// of sites that run hash them in full.
const { scrypt } = crypto
crypto.scrypt = ((...[password, salt, length, options, done]: Parameters<typeof scrypt>) => {
  scrypt(password, salt, length, { ...options, N: 2 }, done)
}) as typeof scrypt
syncBuiltinESMExports()
