import { deleteAdmin, listStoredAdmins, setRole, type StoredAdmin } from '@/lib/db/admin/accounts'
import type { AdminRequest } from './admin-request'
import {
  readAdminState,
  requireFresh,
  requireRole,
  type Admin,
  type Refusal,
  type Refused,
} from './admin-state'
import { isRole, leastRole, type Role } from './roles'

export interface ListedAdmin extends Admin {
  readonly hasSecondFactor: boolean
  readonly createdAt: Date
}

export type AccountResult =
  | { readonly ok: true }
  | Refused<Refusal | 'notFresh' | 'unknownAdmin' | 'lastOwner'>

/** A role as the database holds it. Its CHECK lets no other text in. */
function storedRole(role: string): Role {
  if (!isRole(role)) throw new Error('an account has a role that is none')
  return role
}

const listed = ({ id, email, role, twoFactorEnabled, createdAt }: StoredAdmin): ListedAdmin => {
  return { id, email, role: storedRole(role), hasSecondFactor: twoFactorEnabled, createdAt }
}

/** Every account, by e-mail address; for owners. Throws DatabaseError. */
export async function listAdmins(
  request: AdminRequest,
): Promise<{ readonly ok: true; readonly admins: readonly ListedAdmin[] } | Refused> {
  const permitted = requireRole(await readAdminState(request), leastRole.accounts)
  if (!permitted.ok) return permitted
  return { ok: true, admins: (await listStoredAdmins(request.database)).map(listed) }
}

/** Gives an account another role, at once; for owners. The last owner stays one. Throws DatabaseError. */
export async function changeRole(
  request: AdminRequest,
  { id, role }: { readonly id: string; readonly role: Role },
): Promise<AccountResult> {
  const permitted = requireFresh(await readAdminState(request), leastRole.accounts, new Date())
  if (!permitted.ok) return permitted
  const common = { actor: permitted.admin.id, subject: id } as const
  const changed = await setRole(request.database, id, role)
  if (!changed.ok) {
    await request.record({ ...common, action: 'roleChangeRefused', outcome: 'refused', details: { role } })
    return changed
  }
  const details = { from: storedRole(changed.before), to: role }
  await request.record({ ...common, action: 'roleChanged', outcome: 'succeeded', details })
  return { ok: true }
}

/** Removes an account and ends its sessions, at once; for owners. The last owner stays. Throws DatabaseError. */
export async function removeAdmin(
  request: AdminRequest,
  { id }: { readonly id: string },
): Promise<AccountResult> {
  const permitted = requireFresh(await readAdminState(request), leastRole.accounts, new Date())
  if (!permitted.ok) return permitted
  const removed = await deleteAdmin(request.database, id)
  const outcome = removed.ok ? 'succeeded' : 'refused'
  const asked = { action: 'accountRemoved', subject: id, details: {} } as const
  await request.record({ ...asked, actor: permitted.admin.id, outcome })
  return removed.ok ? { ok: true } : removed
}
