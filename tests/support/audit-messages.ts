import { detailWords, knownActionNames, knownActions } from '@/lib/audit/actions'
import { auditOutcomes } from '@/lib/audit/entry'
import { pastDetails } from '@/lib/audit/past-actions'
import { auditThemes } from '@/lib/audit/rule'

const rules = knownActionNames.map((name) => knownActions[name])
const details = [...rules.flatMap((rule) => Object.keys(rule.details.shape)), ...pastDetails]

const words = {
  themes: auditThemes,
  outcomes: auditOutcomes,
  actions: knownActionNames,
  subjects: rules.map(({ subject }) => subject).filter((subject) => subject !== 'nothing'),
  details: ['change', ...details.filter((name) => name !== 'from' && name !== 'to')],
  words: ['yes', 'no', 'noTools', 'noDay', ...detailWords],
}

/** The messages that follow from the tables of the audit log, and from nothing else. */
export const auditMessages: ReadonlySet<string> = new Set(
  Object.entries(words).flatMap(([group, names]) => names.map((name) => `admin.audit.${group}.${name}`)),
)

/** Whether a message is in a group that follows from these tables. */
export const isOfAuditTables = (key: string) =>
  Object.keys(words).some((group) => key.startsWith(`admin.audit.${group}.`))
