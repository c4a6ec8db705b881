import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { settingNames, settingRanges } from '@/lib/settings/owner-settings'

/** The longest periods that an operator may set: those that people consented to. */
const ranges = settingRanges({ receiptDays: 30, responseMonths: 24 })

test.each(['sqlite', 'postgresql'])('on %s, every setting has its row, and a CHECK of its range', (kind) => {
  const folder = `prisma/migrations/${kind}`
  const migrations = readdirSync(folder)
    .filter((name) => /^\d/.test(name))
    .toSorted()
    .map((name) => readFileSync(`${folder}/${name}/migration.sql`, 'utf8'))
  // Each migration that changes the CHECK writes it anew as a whole.
  const checks = migrations.findLast((sql) => sql.includes('"setting_value_check" CHECK')) ?? ''
  const checked = [...checks.matchAll(/WHEN '(\w+)' THEN "value" BETWEEN (\d+) AND (\d+)/g)]
  expect(
    Object.fromEntries(checked.map(([, name, least, most]) => [name, [Number(least), Number(most)]])),
  ).toEqual(Object.fromEntries(settingNames.map((name) => [name, [ranges[name].least, ranges[name].most]])))
  const rows = migrations.flatMap((sql) =>
    [...sql.matchAll(/INSERT INTO "setting" \("name"\) VALUES([^;]+);/g)].flatMap(([, names = '']) =>
      [...names.matchAll(/'(\w+)'/g)].map(([, name]) => name),
    ),
  )
  expect(rows.toSorted()).toEqual([...settingNames].toSorted())
})
