import type { AdminState } from '@/lib/auth/admin-state'
import type { AdminPage, Rule } from '@/lib/i18n/admin-pages'

// What each action and route of the admin area needs; what a page needs is in `adminPages`. The walls' tests walk everything in
// these tables, and fail where a file or an action has no rule.

/** Route handlers, by their folder. */
export const areaOfRoute = {
  'audit/download': 'audit',
  'editions/[id]/download': 'editions',
  'sign-out': 'wayIn',
} as const satisfies Readonly<Record<string, Rule>>

/** A route handler that needs a role. */
export type GuardedRoute = {
  [Route in keyof typeof areaOfRoute]: (typeof areaOfRoute)[Route] extends 'wayIn' ? never : Route
}[keyof typeof areaOfRoute]

/** Server actions, by name. */
export const areaOfAction = {
  signInAction: 'wayIn',
  codeAction: 'wayIn',
  confirmSetUpAction: 'wayIn',
  confirmRecoveryCodesAction: 'wayIn',
  acceptInvitationAction: 'wayIn',
  confirmAction: 'ownAccount',
  revokeSessionAction: 'ownAccount',
  renewRecoveryCodesAction: 'ownAccount',
  changePasswordAction: 'ownAccount',
  changeSecondFactorAction: 'ownAccount',
  inviteAction: 'accounts',
  recoveryLinkAction: 'accounts',
  withdrawInvitationAction: 'accounts',
  changeRoleAction: 'accounts',
  removeAdminAction: 'accounts',
  changeSettingsAction: 'settings',
  changeContributionDaysAction: 'settings',
  chooseSchemeAction: 'settings',
  changeOperatorAction: 'operator',
  describeWaveAction: 'figures',
  readFileAction: 'figures',
  changeFigureAction: 'figures',
  removeFigureAction: 'figures',
  leaveOutLineAction: 'figures',
  forgetDraftAction: 'figures',
  publishAction: 'figures',
  bringBackAction: 'figures',
  makeCurrentAction: 'figures',
} as const satisfies Readonly<Record<string, Rule>>

/** Where someone who is not signed in has to go next. */
export const nextPage = {
  signedOut: 'signIn',
  secondFactorPending: 'code',
  secondFactorToSetUp: 'setUp',
  recoveryCodesToConfirm: 'recoveryCodes',
} as const satisfies Record<Exclude<AdminState['state'], 'signedIn'>, AdminPage>
