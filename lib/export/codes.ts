import { optionsOf } from '@/lib/instrument/answers'
import type { CatalogueItem } from '@/lib/instrument/catalogue'
import { usedNowAnswers, type ItemLevel } from './record'

/** Why a cell has no answer, and what the coded files have in it. A place in a list of options never gets that high. */
export const missingCodes = { unanswered: '', notApplicable: '97', withheld: '99' } as const
export type MissingKind = keyof typeof missingCodes
export const missingKinds = Object.keys(missingCodes) as readonly MissingKind[]

/** The missing codes that are numbers. */
export const numericMissingKinds = ['notApplicable', 'withheld'] as const satisfies readonly MissingKind[]

/** No opinion is an answer, but no place on a scale: it has the same code wherever it can be given. */
const fixedCodes: ReadonlyMap<string, number> = new Map([['dontKnow', 98]])

/** Codes of the two coarser answers, unlike those of any option: releases of different levels cannot be mixed up. */
const usedNowCodes: Readonly<Record<(typeof usedNowAnswers)[number], number>> = {
  usedNow: 11,
  notUsedNow: 12,
}

export interface CodedAnswer {
  readonly id: string
  readonly code: number
}

/** The answers that an item can have at a level, with their codes: the place of an option among those shown, from 1. */
export function codedAnswers(item: CatalogueItem, level: ItemLevel): readonly CodedAnswer[] {
  if (level === 'withheld') return []
  if (level === 'usedNow') return usedNowAnswers.map((id) => ({ id, code: usedNowCodes[id] }))
  return optionsOf(item).map((id, place) => ({ id, code: fixedCodes.get(id) ?? place + 1 }))
}
