import { getTranslations } from 'next-intl/server'
import { AuditEntries } from '@/components/admin/audit-entries'
import { AuditFilterForm } from '@/components/admin/audit-filter'
import { AuditPlaces } from '@/components/admin/audit-places'
import { AuditState } from '@/components/admin/audit-state'
import { auditSearch, readAuditQuery } from '@/lib/audit/query'
import { listAdmins } from '@/lib/auth/admins'
import { listInvitations } from '@/lib/auth/make-links'
import { isAuditEndWhole, readAudit } from '@/lib/db/read-audit'
import { readSettings } from '@/lib/env'
import { adminPath } from '@/lib/i18n/admin-pages'
import { localeFrom } from '@/lib/i18n/locales'
import { readSecret } from '@/lib/keys/secrets'
import { guarded } from '../guarded'
import { adminMetadata } from '../titles'

export const generateMetadata = async () => adminMetadata('audit')

/** How many entries a page shows. */
const size = 50

/** The audit log, newest entries first, with a choice of them and a file of that choice. */
export default async function AuditPage({ params, searchParams }: PageProps<'/[locale]/admin/audit'>) {
  const locale = localeFrom((await params).locale)
  const query = readAuditQuery(await searchParams)
  const address = adminPath('audit', locale)
  const show = async (request: Parameters<typeof listAdmins>[0]) => {
    const t = await getTranslations('admin')
    const { database } = request
    const [listed, open] = [await listAdmins(request), await listInvitations(request)]
    const accounts = (listed.ok ? listed.admins : []).map(({ id, email }) => [id, email] as const)
    const links = (open.ok ? open.invitations : []).map(({ id, email }) => [id, email] as const)
    const { entries, older, newer } = await readAudit(database, query.filter, { ...query.place, size })
    const verified = await readAudit(database, { action: 'auditVerified' }, { size: 1 })
    const isEndWhole = await isAuditEndWhole(database, readSecret(readSettings(), 'audit'))
    const isAll = auditSearch(query) === ''
    return (
      <>
        <h1>{t('titles.audit')}</h1>
        <p>{t('audit.lead')}</p>
        <AuditState verified={verified.entries[0] ?? null} isEndWhole={isEndWhole} now={new Date()} />
        <AuditFilterForm query={query} emails={new Map(accounts)} address={address} />
        <section aria-labelledby="entries-title" className="audit-list">
          <h2 id="entries-title">{t('audit.entries')}</h2>
          {entries.length === 0 ? (
            <p>{t(isAll ? 'audit.none' : 'audit.noneSuch')}</p>
          ) : (
            <AuditEntries
              entries={entries}
              emails={new Map([...accounts, ...links])}
              addressOf={(actor) => address + auditSearch({ asked: { ...query.asked, who: actor } })}
            />
          )}
          <AuditPlaces query={query} address={address} older={older} newer={newer} />
          {entries.length > 0 && (
            <>
              <p className="actions">
                <a className="button-quiet" href={`${address}/download${auditSearch(query)}`}>
                  {t('audit.download')}
                </a>
              </p>
              <p className="hint">{t('audit.downloadNote')}</p>
            </>
          )}
        </section>
      </>
    )
  }
  return guarded('audit', locale, async (_, request) => show(request), auditSearch(query, query.place))
}
