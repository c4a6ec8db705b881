import type { ReactNode } from 'react'
import { useTranslations } from '@/lib/i18n/translations'

/** How to reach the Défenseur des droits, as the RGAA's form gives it. */
const defender = {
  message: 'https://formulaire.defenseurdesdroits.fr/',
  delegates: 'https://www.defenseurdesdroits.fr/saisir/delegues',
  address: ['Défenseur des droits', 'Libre réponse 71120', '75342 Paris CEDEX 07'],
} as const

/** Whom to turn to where the operator does not put a fault right. */
export function Appeal() {
  const t = useTranslations('accessibility.appeal')
  const french = (words: ReactNode) => <span lang="fr">{words}</span>
  return (
    <>
      <p>{t('when')}</p>
      <ul>
        <li>{t.rich('message', { french, link: (words) => <a href={defender.message}>{words}</a> })}</li>
        <li>{t.rich('delegate', { french, link: (words) => <a href={defender.delegates}>{words}</a> })}</li>
        <li>
          {t('post')}
          <address className="lines" lang="fr">
            {defender.address.join('\n')}
          </address>
        </li>
      </ul>
    </>
  )
}
