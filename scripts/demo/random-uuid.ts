import type { Random } from './random'

/** 32 random bits in hexadecimal, of which `kept` stay and `set` are added. */
function word(random: Random, kept: number, set: number): string {
  const bits = Math.floor(random() * 2 ** 32)
  return (((bits & kept) | set) >>> 0).toString(16).padStart(8, '0')
}

/** A random UUID (version 4, RFC 9562), as predictable as the generator. */
export function randomUuid(random: Random): string {
  const words = [
    word(random, 0xffff_ffff, 0),
    word(random, 0xffff_0fff, 0x0000_4000),
    word(random, 0x3fff_ffff, 0x8000_0000),
    word(random, 0xffff_ffff, 0),
  ].join('')
  return words.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
