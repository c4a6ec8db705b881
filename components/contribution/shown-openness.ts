import type { Closed, Openness } from '@/lib/contribution/openness'

/** Why a page has no form to contribute with. */
export type ShownClosed = Closed | { readonly reason: 'unreadable' }

/** Whether answers can be contributed now, as far as it can be read. */
export type ShownOpenness = Openness | ({ readonly isOpen: false } & ShownClosed)
