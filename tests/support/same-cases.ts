import { configureGlobal } from 'fast-check'
import { runs } from './runs'

// A test that fails fails again: property tests draw the same cases each time.
configureGlobal({ seed: 20_261_126, numRuns: runs(100) })
