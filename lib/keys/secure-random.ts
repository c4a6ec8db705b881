import { randomInt } from 'node:crypto'

const parts = 2 ** 47

/** A new random number of 0 or more and less than 1, from the system's generator. It is not stored. */
export const secureRandom = (): number => randomInt(parts) / parts
