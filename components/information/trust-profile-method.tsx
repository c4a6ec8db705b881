import type { ReactNode } from 'react'
import { useTranslations } from '@/lib/i18n/translations'
import { JointShareExample } from './joint-share-example'

const reference =
  'M. Fréchet, Généralisation du théorème des probabilités totales, Fundamenta Mathematicae 25 (1935), 379–387'

/** How many people can share all answers about trust: why it is a range, its formula, and an example. */
export function TrustProfileMethod() {
  const t = useTranslations('method.profile')
  const strong = (words: ReactNode) => <strong>{words}</strong>
  return (
    <>
      <p>{t('question')}</p>
      <p>{t('notPublished')}</p>
      <ul>
        <li>{t.rich('most', { strong })}</li>
        <li>{t.rich('least', { strong })}</li>
      </ul>
      <JointShareExample />
      <p>{t('conditions')}</p>
      <p>{t.rich('formula', { var: (words) => <var>{words}</var> })}</p>
      <JointShareFormula />
      <p className="hint">
        {t.rich('reference', { french: (words) => <span lang="fr">{words}</span> })}{' '}
        <span lang="fr">{reference}</span>.
      </p>
    </>
  )
}

/** Letters and signs only: the words above say the same. */
function JointShareFormula() {
  const first = (
    <>
      <var>p</var>
      <sub>1</sub>
    </>
  )
  const last = (
    <>
      <var>p</var>
      <sub>
        <var>n</var>
      </sub>
    </>
  )
  return (
    <p className="formula">
      <span>
        <var>P</var> ≥ max(0, {first} + … + {last} − (<var>n</var> − 1))
      </span>
      <span>
        <var>P</var> ≤ min({first}, …, {last})
      </span>
    </p>
  )
}
