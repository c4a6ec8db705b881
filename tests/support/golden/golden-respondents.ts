import { allHighest } from './all-highest.data'
import { allLowest } from './all-lowest.data'
import { empty } from './empty.data'
import { mixed } from './mixed.data'
import type { GoldenRespondent } from './respondent'
import { youngUser } from './young-user.data'

export const goldenRespondents: readonly GoldenRespondent[] = [empty, allLowest, allHighest, mixed, youngUser]
