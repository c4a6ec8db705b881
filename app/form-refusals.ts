import type { RefusedContribution, RefusedWithdrawal } from '@/components/contribution/refusals'
import type { RefusedComparison } from '@/components/questionnaire/use-comparison'
import { formRefusal } from '@/lib/http/form-replies'

/** The forms of the public site, each with the page that shows it again when it is refused. */
export const comparisonRefusal = formRefusal<RefusedComparison>('comparison', 'change')
export const contributionRefusal = formRefusal<RefusedContribution>('contribution', 'takePart')
export const withdrawalRefusal = formRefusal<RefusedWithdrawal>('withdrawal', 'withdraw')

/** A form that arrived broken, or that is none. */
export const unreadableForm = formRefusal<'unreadable'>('unreadable', 'unreadable')
