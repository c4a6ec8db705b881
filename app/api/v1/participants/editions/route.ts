import { findList } from '../../../open-data/[wave]/editions/find-editions'
import { openRoute } from '../../open-route'
import { findOpenData } from '../find-open-data'

/** The editions of a wave: what was published about the people who took part here. */
export const { GET, OPTIONS } = openRoute(async (query) => findOpenData(query, findList))
