/** The conditions under which what is published of participants may be used and passed on. */
export interface Licence {
  /** As it is stored. It stays with its licence for ever: a number of one that is taken off the list is not used again. */
  readonly number: number
  /** Its key in the messages, which say what it means. */
  readonly key: string
  /** `id` of https://spdx.org/licenses. */
  readonly id: string
  /** What those who wrote it call it, in every language. */
  readonly title: string
  /** Where those who wrote it keep its text. */
  readonly url: string
}

/** Stands for no licence where one would be stored. */
export const noLicence = 0

/** The licences that owners may choose. One more is an entry, its words and a CHECK. */
export const licences = [
  {
    number: 1,
    key: 'attribution',
    id: 'CC-BY-4.0',
    title: 'Creative Commons Attribution 4.0 International',
    url: 'https://creativecommons.org/licenses/by/4.0/',
  },
  {
    number: 2,
    key: 'shareAlike',
    id: 'CC-BY-SA-4.0',
    title: 'Creative Commons Attribution-ShareAlike 4.0 International',
    url: 'https://creativecommons.org/licenses/by-sa/4.0/',
  },
  {
    number: 3,
    key: 'publicDomain',
    id: 'CC0-1.0',
    title: 'Creative Commons CC0 1.0 Universal',
    url: 'https://creativecommons.org/publicdomain/zero/1.0/',
  },
  {
    number: 4,
    key: 'openLicence',
    id: 'etalab-2.0',
    title: 'Licence Ouverte / Open Licence 2.0 (Etalab)',
    url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
  },
  {
    number: 5,
    key: 'openDatabase',
    id: 'ODbL-1.0',
    title: 'Open Data Commons Open Database License 1.0',
    url: 'https://opendatacommons.org/licenses/odbl/1-0/',
  },
] as const satisfies readonly Licence[]

/** One of those that owners may choose. */
export type KnownLicence = (typeof licences)[number]

/** The licence that a number stands for; null for none, and for a number that stands for none. */
export function licenceOf(number: number): KnownLicence | null {
  return licences.find((licence) => licence.number === number) ?? null
}
