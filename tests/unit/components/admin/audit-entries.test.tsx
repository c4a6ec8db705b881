import { expect, it } from 'vitest'
import { AuditEntries } from '@/components/admin/audit-entries'
import { AuditState } from '@/components/admin/audit-state'
import { SiteState } from '@/components/admin/dashboard/site-state'
import { toUnchained, type AuditEntry, type ChainedEntry } from '@/lib/audit/entry'
import type { Locale } from '@/lib/i18n/locales'
import { drawnIn } from '@/tests/support/in-language'

const now = new Date('2026-11-26T08:00:00Z')
const hash = '0'.repeat(64)
const stored = (entry: AuditEntry): ChainedEntry => ({ ...toUnchained(entry, 7, now), hash })
const done = { actor: 'system', outcome: 'succeeded' } as const

const entries = (entry: ChainedEntry) => (
  <AuditEntries entries={[entry]} emails={new Map([['o-1', 'o@example.org']])} addressOf={String} />
)

/** What the page says of an entry, without its moment and number. */
const told = (locale: Locale, entry: ChainedEntry): readonly string[] =>
  drawnIn(locale, entries(entry))
    .replaceAll(/<\/(?:p|strong)>/g, '\n')
    .replaceAll(/<[^>]+>/g, '')
    .split('\n')
    .slice(1)
    .map((line) => line.trim())
    .filter((line) => line !== '')

it.each<[Locale, AuditEntry, readonly string[]]>([
  [
    'en',
    {
      ...done,
      actor: 'o-1',
      action: 'schemeChosen',
      subject: '2025-12',
      details: { tools: 'teleconsultation,addictionApps' },
    },
    [
      'Columns of the file chosen',
      'Done',
      'By o@example.org',
      'Wave: 2025-12 · Tools: teleconsultation and addiction apps',
    ],
  ],
  [
    'fr',
    { ...done, action: 'schemeChosen', subject: '2025-12', details: { tools: '' } },
    ['Colonnes du fichier choisies', 'Fait', 'Par le système', 'Vague : 2025-12 · Outils : aucun'],
  ],
  [
    'fr',
    {
      ...done,
      actor: 'o-1',
      action: 'operatorChanged',
      subject: null,
      details: { fieldsEmptied: 'phone', fieldsSaid: 'name,email' },
    },
    [
      'Exploitant changé',
      'Fait',
      'Par o@example.org',
      'Vidé : Téléphone · Écrit : Nom de l’exploitant et Adresse électronique de contact',
    ],
  ],
  [
    'en',
    {
      ...done,
      action: 'contributionDaysChosen',
      subject: '2025-12',
      details: { firstDay: 'none', lastDay: '2027-03-31' },
    },
    [
      'Contribution days chosen',
      'Done',
      'By the system',
      'Wave: 2025-12 · First day: none · Last day: 31 March 2027',
    ],
  ],
  [
    'en',
    { ...done, action: 'settingConfirmed', subject: 'yearlyEditions', details: { choice: false } },
    [
      'Setting confirmed',
      'Done',
      'By the system',
      'Setting: How long at least between two editions? · Choice: no',
    ],
  ],
  [
    'en',
    { ...done, action: 'editionMade', subject: '2025-12/3', details: { recordsReleased: 1235 } },
    ['Edition made', 'Done', 'By the system', 'Edition: 2025-12/3 · 1,235 responses in the file'],
  ],
  [
    'fr',
    {
      ...done,
      actor: 'o-1',
      action: 'roleChanged',
      subject: 'v-1',
      details: { from: 'viewer', to: 'owner' },
    },
    ['Rôle changé', 'Fait', 'Par o@example.org', 'Compte : v-1 · Avant : Lecture. Après : Propriétaire'],
  ],
  [
    'fr',
    { actor: null, outcome: 'refused', action: 'signIn', subject: 'o-1', details: { step: 'password' } },
    ['Connexion', 'Refus', 'Par une personne inconnue', 'Compte visé : o@example.org · Étape : mot de passe'],
  ],
  [
    'fr',
    {
      ...done,
      outcome: 'refused',
      action: 'unknownSignIns',
      subject: null,
      details: { day: '2026-11-25', tryCount: 208 },
    },
    [
      'Connexions avec des adresses sans compte',
      'Refus',
      'Par le système',
      'Jour : 25 novembre 2026 · 208 essais',
    ],
  ],
])('an entry is told in words, %s, %j', (locale, entry, expected) => {
  expect(told(locale, stored(entry)).map((line) => line.replaceAll('\u202f', ' '))).toEqual(expected)
})

it.each([
  // Versions before named nobody in the entries of `admin:create`.
  ['a link that a script made without saying so', 'invitationMade', '{"role":"owner"}', 'By the system'],
  ['a sign-in with an address that nobody had', 'signIn', '{"step":"password"}', 'By an unknown person'],
])('who did %s is told', (_, action, details, by) => {
  const entry = stored({ ...done, action: 'auditDownloaded', subject: null, details: { entryCount: 2 } })
  expect(told('en', { ...entry, actor: null, action, details })).toContain(by)
})

it('what somebody made of an entry, and what an earlier version kept of it, is shown as it stands', () => {
  const entry = stored({ ...done, action: 'auditDownloaded', subject: null, details: { entryCount: 2 } })
  const changed = {
    ...entry,
    action: 'stolen',
    subject: 'all',
    details: '{"loot":3,"tools":"x,teleconsultation"}',
  }
  expect(told('en', changed)).toEqual([
    'stolen',
    'Done',
    'By the system',
    'all · loot: 3 · Tools: x and teleconsultation',
  ])
  const dayless = { ...entry, action: 'unknownSignIns', details: '{"day":"soon","tryCount":1}' }
  expect(told('en', dayless).at(-1)).toBe('Day: soon · 1 try')
  for (const day of ['2026-13-45', '2026-02-30', '2026-11-2']) {
    const details = { firstDay: day, lastDay: day, kind: day, day }
    const impossible = { ...entry, action: 'contributionDaysChosen', details: JSON.stringify(details) }
    expect(told('en', impossible).at(-1)).toBe(
      `First day: ${day} · Last day: ${day} · Contents: ${day} · Day: ${day}`,
    )
  }
  expect(drawnIn('en', entries({ ...entry, at: '2026-13-45' }))).toContain('<code>2026-13-45</code>')
  const earlier = { ...entry, action: 'auditVerified', details: '{"entryCount":5,"problemCount":0}' }
  expect(told('en', earlier).at(-1)).toBe('5 entries · no problem')
  const past = {
    ...entry,
    action: 'releaseRequested',
    subject: 'r1',
    details: '{"kind":"microdata","smallestClass":11,"largestWithheldPercent":30}',
  }
  expect(told('en', past)[0]).not.toBe('releaseRequested')
  expect(told('en', past).at(-1)).toContain('k = 11')
})

const verification = {
  sequence: 9,
  at: now.toISOString(),
  actor: 'system',
  action: 'auditVerified',
  subject: null,
  outcome: 'succeeded',
  details: '{"entryCount":4,"invalidCount":0}',
  hash,
}

it('a verification and daily work of an unreadable moment are said with it as it stands', () => {
  const verified = { ...verification, at: 'last <year>' }
  expect(drawnIn('en', <AuditState verified={verified} isEndWhole now={now} />)).toContain(
    'Verified last &lt;year&gt;: it was whole',
  )
  const state = {
    lastEdition: null,
    isOver: false,
    earliestOn: null,
    hasEnoughWaiting: false,
    needed: 100,
    lastDay: null,
    doneAt: '2026-13-45T00:00:00Z',
    isOverdue: false,
    failedAt: 'never',
  }
  const page = drawnIn('en', <SiteState state={state} />)
  expect(page).toContain('2026-13-45T00:00:00Z')
  expect(page).toContain('Publishing failed on never')
})

it.each<[string, string, RegExp]>([
  ['succeeded', '{"entryCount":4,"invalidCount":0}', /it was whole, with 4 entries\./],
  [
    'failed',
    '{"entryCount":4,"firstInvalid":3,"invalidCount":1}',
    /not whole\. Entry 3 is missing or does not fit\./,
  ],
  [
    'failed',
    '{"entryCount":4,"firstInvalid":3,"invalidCount":12}',
    /not whole\. 12 entries are missing or do not fit, the first is entry 3\./,
  ],
  ['failed', '{"entryCount":4,"problemCount":2}', /not whole\. <\/p>/],
])('the state of the log says what a verification found: %s, %s', (outcome, details, expected) => {
  const verified = { ...verification, outcome, details }
  expect(drawnIn('en', <AuditState verified={verified} isEndWhole now={now} />)).toMatch(expected)
})
