import { expect, it } from 'vitest'
import { BackupNote } from '@/components/contribution/backup-note'
import { KeptList } from '@/components/information/kept-list'
import { mostBackupDays } from '@/lib/contribution/retention'
import type { Locale } from '@/lib/i18n/locales'
import { drawnIn } from '@/tests/support/in-language'

it.each<[Locale, string, RegExp]>([
  ['fr', `${mostBackupDays} jours`, /de nouveau retirée/],
  ['en', `${mostBackupDays} days`, /withdrawn again/],
])(
  'a withdrawal names the days that the privacy page has for backups, and what a restore does, %s',
  (locale, days, again) => {
    const note = drawnIn(locale, <BackupNote />)
    expect(note).toContain(days)
    expect(note).toMatch(again)
    expect(note).toMatch(/<a href="[^"]*(?:confidentialite|privacy)"/)
    const privacy = drawnIn(
      locale,
      <KeptList receiptDays={1} responseMonths={2} operator={{ copyDays: 3 }} />,
    )
    expect(privacy).toContain(days)
  },
)
