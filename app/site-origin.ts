import { readSettings } from '@/lib/env'
import { currentOrigin } from '@/lib/http/exchange'

/** The origin that stands in what is taken elsewhere: the one that the operator has set, else the one by which the site was asked. */
export const siteOrigin = (): string => readSettings().publicUrl ?? currentOrigin()
