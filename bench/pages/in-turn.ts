import { loadavg } from 'node:os'

export const load = (): string => `load ${(loadavg()[0] ?? 0).toFixed(2)}`

/** Measures the sides in turn, A B A B, after one turn that does not count. */
export async function inTurn<Measure>(
  sides: Readonly<Record<string, () => Promise<Measure>>>,
  runs = 5,
): Promise<(side: string) => readonly Measure[]> {
  const measured = new Map<string, Measure[]>()
  for (let run = 0; run <= runs; run += 1) {
    for (const [side, measure] of Object.entries(sides)) {
      const measures = measured.get(side) ?? []
      const one = await measure()
      if (run > 0) measures.push(one)
      measured.set(side, measures)
    }
    if (run > 0) console.error(`run ${run} of ${runs}, ${load()}`)
  }
  return (side) => measured.get(side) ?? []
}
