import type { WeekBlock } from './dashboard-view'

/**
 * Consecutive weeks put together until each block has `smallest` responses or more, earliest first; a rest that has fewer
 * joins the last block. `perWeek`: numbers of responses by ISO week, 0 or more. None where all together are fewer.
 *
 * Weeks that were one block at the last snapshot, `previous`, stay together: blocks are merged with later ones, never cut
 * elsewhere, so that by comparing two snapshots nobody learns of weeks that had too few people to be shown. Blocks run from
 * their first to their last week with responses.
 */
export function nextBlocks(
  perWeek: ReadonlyMap<string, number>,
  previous: readonly WeekBlock[],
  smallest: number,
): readonly WeekBlock[] {
  const weeks = [...perWeek]
    .filter(([, count]) => count > 0)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
  const blockOf = (week: string) =>
    previous.find((block) => block.firstWeek <= week && week <= block.lastWeek)

  const closed: WeekBlock[] = []
  let open: readonly string[] = []
  let count = 0
  for (const [place, [week, responses]] of weeks.entries()) {
    open = [...open, week]
    count += responses
    const block = blockOf(week)
    const next = weeks[place + 1]?.[0]
    const stayTogether = next !== undefined && block !== undefined && blockOf(next) === block
    if (stayTogether || count < smallest) continue
    closed.push({ firstWeek: open[0] ?? week, lastWeek: week })
    open = []
    count = 0
  }
  const last = closed.at(-1)
  const lastWeek = open.at(-1)
  if (last === undefined || lastWeek === undefined) return closed
  return [...closed.slice(0, -1), { firstWeek: last.firstWeek, lastWeek }]
}
