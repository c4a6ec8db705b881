import { randomInt } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createRecordWriter, readRecords } from '@/lib/records/record-file'
import { createShuffler } from '@/lib/records/shuffle'

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'miroir-records-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  return folder
}

/** A number as a record of three bytes, after two that are not part of it. */
const recordOf = (number: number) => Uint8Array.of(9, 9, number & 255, (number >> 8) & 255, number >> 16)

function numbersIn(path: string): number[] {
  const numbers: number[] = []
  for (const piece of readRecords(path, 3)) {
    for (let at = 0; at < piece.length; at += 3) {
      numbers.push((piece[at] ?? 0) + 256 * (piece[at + 1] ?? 0) + 65_536 * (piece[at + 2] ?? 0))
    }
  }
  return numbers
}

const upTo = (count: number) => Array.from({ length: count }, (_, place) => place)

function shuffled(count: number, expected: number, random: (below: number) => number): number[] {
  const folder = temporaryFolder()
  const shuffler = createShuffler(folder, 3, expected, random)
  for (const number of upTo(count)) shuffler.add(recordOf(number), 2)
  const path = join(folder, 'shuffled')
  shuffler.writeTo(path)
  expect(readdirSync(folder)).toEqual(['shuffled'])
  return numbersIn(path)
}

describe('a file of records', () => {
  it.each([0, 1, 87_381, 87_382, 200_000])('gives back %i records as they were written', (count) => {
    const path = join(temporaryFolder(), 'records')
    const writer = createRecordWriter(path, 3)
    for (const number of upTo(count)) writer.add(recordOf(number), 2)
    writer.close()
    expect(numbersIn(path)).toEqual(upTo(count))
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('that ends within a record is not taken for whole', () => {
    const path = join(temporaryFolder(), 'records')
    writeFileSync(path, Uint8Array.of(1, 2, 3, 4))
    expect(() => numbersIn(path)).toThrow('ends within a record')
  })
})

describe('shuffling', () => {
  it.each([
    ['nothing', 0, 0],
    ['one heap', 1000, 1000],
    ['several heaps', 120_000, 120_000],
    ['more than expected', 3000, 10],
    ['fewer than expected', 3, 1_000_000],
  ])('keeps every record once: %s', (_, count, expected) => {
    const order = shuffled(count, expected, (below) => randomInt(below))
    expect(order.toSorted((one, other) => one - other)).toEqual(upTo(count))
  })

  it('takes the order from the source of randomness, each time anew', () => {
    const first = shuffled(1000, 1000, (below) => randomInt(below))
    expect(first).not.toEqual(upTo(1000))
    expect(shuffled(1000, 1000, (below) => randomInt(below))).not.toEqual(first)
    expect(shuffled(4, 4, () => 0)).toEqual([0, 3, 2, 1])
  })

  it('makes every order equally likely, across heaps too', () => {
    // Three records on two heaps, with every sequence of draws that there is: weights in 24ths of an eighth.
    const weights = new Map<string, number>()
    for (const throws of upTo(8)) {
      const heaps = [throws & 1, (throws >> 1) & 1, throws >> 2]
      const sizes = [heaps.filter((heap) => heap === 0).length, heaps.filter((heap) => heap === 1).length]
      const draws = sizes.flatMap((size) => upTo(size).map((drawn) => size - drawn))
      const combinations = draws.reduce((product, below) => product * below, 1)
      for (const combination of upTo(combinations)) {
        let rest = combination
        const asked: number[] = []
        const sequence = (below: number) => {
          asked.push(below)
          if (asked.length <= 3) return heaps[asked.length - 1] ?? 0
          const drawn = rest % below
          rest = Math.floor(rest / below)
          return drawn
        }
        const order = shuffled(3, 100_000, sequence).join('')
        weights.set(order, (weights.get(order) ?? 0) + 24 / combinations)
      }
    }
    expect([...weights.keys()].toSorted()).toEqual(['012', '021', '102', '120', '201', '210'])
    expect([...weights.values()]).toEqual(Array.from({ length: 6 }, () => 32))
  })
})
