import type { Role } from './roles'

/** What can happen to the accounts, for the audit. */
export type AdminEventKind =
  | 'passwordChecked'
  | 'passwordChanged'
  | 'secondFactorChecked'
  | 'recoveryCodeUsed'
  | 'secondFactorSetUp'
  | 'recoveryCodesRenewed'
  | 'signedOut'
  | 'sessionRevoked'
  | 'invitationMade'
  | 'invitationUsed'
  | 'invitationWithdrawn'
  | 'recoveryLinkMade'
  | 'recovered'
  | 'roleChanged'
  | 'adminRemoved'

/** Something that happened, without e-mail addresses, network addresses, browsers, codes or passwords. */
export interface AdminEvent {
  readonly what: AdminEventKind
  /** Id of the account that did it; null: the operator, or somebody without an account. */
  readonly who: string | null
  /** Id of the account, session or invitation that it was done to, where that is not the doer's own account. */
  readonly subject: string | null
  /** `locked`: refused unseen, after too many wrong ones. */
  readonly outcome: 'done' | 'refused' | 'locked'
  /** The role that was given; for a change, also the one before. */
  readonly role?: { readonly from: Role | null; readonly to: Role }
}

/** Keeps an event. What was done stays done where this throws, and the person is told of a failure. */
export type RecordEvent = (event: AdminEvent) => Promise<void>
