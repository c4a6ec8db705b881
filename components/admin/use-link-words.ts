import { useTranslations } from '@/lib/i18n/translations'
import type { LinkWords } from './made-link'

/** What is said around a link that a form makes. */
export function useLinkWords(): LinkWords {
  const t = useTranslations('admin.accounts')
  const copying = useTranslations('copying')
  return {
    note: t('linkMade'),
    copy: t('copyLink'),
    copied: t('copied'),
    refused: copying('refused'),
    message: t('message'),
    copyMessage: t('copyMessage'),
  }
}
