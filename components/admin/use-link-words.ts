import { useTranslations } from '@/lib/i18n/translations'
import type { LinkWords } from './made-link'

/** What is said around a link that a form makes. */
export function useLinkWords(): LinkWords {
  const t = useTranslations('admin.accounts')
  return {
    note: t('linkMade'),
    copy: t('copyLink'),
    copied: t('copied'),
    message: t('message'),
    copyMessage: t('copyMessage'),
  }
}
