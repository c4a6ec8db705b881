import type { AuditAction } from './actions'

/** The actions by what they are about, in the order in which an owner may choose among them: each one once. */
export const auditThemes = {
  entering: ['signIn', 'signOut', 'lockedOut', 'recoveryCodeUsed', 'sessionRevoked'],
  ownAccount: [
    'secondFactorSetUp',
    'secondFactorReset',
    'recoveryCodesRenewed',
    'passwordSet',
    'recoveryLinkMade',
    'accountRecovered',
  ],
  accounts: [
    'invitationMade',
    'invitationWithdrawn',
    'invitationAccepted',
    'roleChanged',
    'roleChangeRefused',
    'accountRemoved',
  ],
  data: [
    'settingChanged',
    'releaseRequested',
    'releaseCancelled',
    'releaseMade',
    'releaseRefused',
    'releaseDownloaded',
    'purged',
    'snapshotTaken',
    'demoSeeded',
  ],
  log: ['auditVerified', 'auditDownloaded'],
} as const satisfies Readonly<Record<string, readonly AuditAction[]>>

export const auditThemeNames = [
  'entering',
  'ownAccount',
  'accounts',
  'data',
  'log',
] as const satisfies readonly (keyof typeof auditThemes)[]

/** What the subject of an entry names: an account or a link by its id. */
export type SubjectKind = 'account' | 'link' | 'setting' | 'release' | 'wave'

/** For each action that has a subject, what it names. */
export const subjectKinds: Readonly<Partial<Record<AuditAction, SubjectKind>>> = {
  lockedOut: 'account',
  secondFactorReset: 'account',
  recoveryLinkMade: 'account',
  invitationMade: 'link',
  invitationWithdrawn: 'link',
  invitationAccepted: 'link',
  roleChanged: 'account',
  roleChangeRefused: 'account',
  accountRemoved: 'account',
  sessionRevoked: 'account',
  settingChanged: 'setting',
  releaseRequested: 'release',
  releaseCancelled: 'release',
  releaseMade: 'release',
  releaseRefused: 'release',
  releaseDownloaded: 'release',
  snapshotTaken: 'wave',
  demoSeeded: 'wave',
}
