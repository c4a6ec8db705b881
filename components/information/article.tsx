import type { ReactNode } from 'react'
import { useTranslations } from '@/lib/i18n/translations'

export interface ArticleSection {
  /** The fragment that leads to the section. */
  readonly id: string
  readonly title: string
  readonly content: ReactNode
}

interface Props {
  readonly title: string
  readonly lead: string
  readonly sections: readonly ArticleSection[]
  /** Whether the page begins with links to its sections. */
  readonly hasContents?: boolean
}

/** A page to read: its title, what it says in short, and its sections. */
export function Article({ title, lead, sections, hasContents = false }: Props) {
  const t = useTranslations('layout')
  return (
    <div className="article">
      <h1>{title}</h1>
      <p className="lead">{lead}</p>
      {hasContents && (
        <nav className="article-contents" aria-label={t('onThisPage')}>
          <ul>
            {sections.map((section) => (
              <li key={section.id}>
                <a href={`#${section.id}`}>{section.title}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {sections.map((section) => (
        <section key={section.id} id={section.id} aria-labelledby={`${section.id}-title`}>
          <h2 id={`${section.id}-title`}>{section.title}</h2>
          {section.content}
        </section>
      ))}
    </div>
  )
}
