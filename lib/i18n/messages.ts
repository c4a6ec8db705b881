import type { Locale } from './locales'
import type french from '../../messages/fr.json'

/** The words of one language; French has the reference keys, and the type check holds every language against them. */
export type Messages = typeof french

type Words<Node> = { [Key in keyof Node]: Node[Key] extends string ? string : Words<Node[Key]> }

const load: Record<Locale, () => Promise<{ default: Words<Messages> }>> = {
  fr: () => import('../../messages/fr.json'),
  en: () => import('../../messages/en.json'),
}

/** The words of a language. */
export async function loadMessages(locale: Locale): Promise<Words<Messages>> {
  return (await load[locale]()).default
}
