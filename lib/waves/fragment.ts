import type { FigureRecord } from './figure-record'

/** The part of an address that leads to a figure, for good: `trust-teleconsultation`, and `trust-teleconsultation-under_35` of a group. */
export function fragmentOf({ code, population }: Pick<FigureRecord, 'code' | 'population'>): string {
  const name = code.replaceAll('.', '-')
  return population === 'french' ? name : `${name}-${population}`
}
