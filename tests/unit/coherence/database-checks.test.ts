import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { roles } from '@/lib/auth/roles'
import { settingNames, settingRanges } from '@/lib/settings/owner-settings'

/** The longest periods that an operator may set: those that people consented to. */
const ranges = settingRanges({ receiptDays: 30, responseMonths: 24 })

describe.each(['sqlite', 'postgresql'])('the migrations of %s', (kind) => {
  const folder = `prisma/migrations/${kind}`
  const migrations = readdirSync(folder)
    .filter((name) => /^\d/.test(name))
    .toSorted()
    .map((name) => readFileSync(`${folder}/${name}/migration.sql`, 'utf8'))

  /** A CHECK as the last migration has it that writes it: each writes it anew as a whole. */
  function lastCheck(name: string): string {
    const start = `"${name}" CHECK (`
    const sql = migrations.findLast((each) => each.includes(start)) ?? expect.fail(`no migration has ${name}`)
    return sql.slice(sql.lastIndexOf(start)).split(/\bCONSTRAINT\b|;\n/)[0] ?? ''
  }

  test('have a CHECK of the range of every setting, and of no other', () => {
    const lines = lastCheck('setting_value_check').matchAll(
      /WHEN '(\w+)' THEN "value" BETWEEN (\d+) AND (\d+)/g,
    )
    const checked = [...lines].map(([, name, least, most]) => [name, [Number(least), Number(most)]])
    const expected = settingNames.map((name) => [name, [ranges[name].least, ranges[name].most]])
    expect(Object.fromEntries(checked)).toEqual(Object.fromEntries(expected))
  })

  test.each(['admin_user_role_check', 'admin_invitation_role_check'])('have every role in %s', (name) => {
    expect([...lastCheck(name).matchAll(/'(\w+)'/g)].map(([, role]) => role)).toEqual([...roles])
  })
})
