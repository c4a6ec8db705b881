import { expect, test } from 'vitest'
import { membership, populationCodes } from '@/lib/comparison/populations'
import { itemById, items } from '@/lib/instrument/catalogue'
import { conditions } from '@/lib/instrument/conditions'
import { tools } from '@/lib/instrument/tools'
import { isShown } from '@/lib/instrument/visibility'
import { isOfProfile, likelyProfiles } from '@/scripts/demo/profiles'
import { sourceFiles } from '@/tests/support/source-files'

test('populations and conditions read what profiles hold, and nothing else', () => {
  const ofPopulations = populationCodes.flatMap((code) =>
    [null, ...tools].flatMap((tool) => membership(code, tool)?.reads ?? []),
  )
  const read = new Set([...ofPopulations, ...Object.values(conditions).flatMap((condition) => condition.of)])
  expect(read.size).toBeGreaterThan(tools.length)
  expect([...read].filter((id) => !isOfProfile(itemById(id)))).toEqual([])
})

test('profiles are all there are, each once, with every item that applies', () => {
  const profiles = likelyProfiles([])
  const asked = items.filter(isOfProfile)
  expect(new Set(profiles.map(({ answers }) => JSON.stringify(answers))).size).toBe(profiles.length)
  // Two ages and five ways to use each of six tools; who uses none now is asked for intentions, with three answers.
  expect(profiles).toHaveLength(2 * (5 ** 6 + 2 * 3 ** 6))
  const incomplete = profiles.filter(({ answers }) =>
    asked.some((item) => isShown(item, answers) !== (answers[item.id] !== undefined)),
  )
  expect(incomplete).toEqual([])
})

test('no item is named and no published share is written in the generator', () => {
  const sources = [...sourceFiles('scripts/demo').values()].join('\n')
  expect(sources).toContain('rake')
  for (const { id } of items) expect([id, sources.includes(`'${id}'`)]).toEqual([id, false])
  expect(sources).not.toContain('sharePercent:')
})
