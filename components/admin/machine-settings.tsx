import type { ReactNode } from 'react'
import { SeparateTexts } from '@/components/ui/separate-texts'
import { useTranslations } from '@/lib/i18n/translations'
import { useMomentWords } from '@/lib/i18n/use-date-words'

/** What is known of the server’s machine. */
export interface MachineState {
  /** Its public address; null where the operator set none. */
  readonly publicUrl: string | null
  /** Whether other machines can know the site by it. */
  readonly isPublic: boolean
  /** When the last backup was made; null where none is known. */
  readonly lastBackupAt: Date | null
}

const code = (words: ReactNode) => <code>{words}</code>

/** What only somebody on the server’s machine can set or do, and how. */
export function MachineSettings({ publicUrl, isPublic, lastBackupAt }: MachineState) {
  const t = useTranslations('admin.settings.machine')
  const momentWords = useMomentWords()
  return (
    <section aria-labelledby="machine-title">
      <h2 id="machine-title">{t('title')}</h2>
      <dl className="fixed-list">
        <div>
          <dt>{t('address')}</dt>
          <dd>
            {publicUrl !== null && <p>{publicUrl}</p>}
            {!isPublic && (
              <p>
                <SeparateTexts>
                  {t.rich('noAddress', { code, variable: 'MIROIR_URL=https://…', file: '.env' })}
                </SeparateTexts>
              </p>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('backup')}</dt>
          <dd>
            {lastBackupAt === null ? (
              <SeparateTexts>{t.rich('noBackup', { code, command: 'npm run backup -- …' })}</SeparateTexts>
            ) : (
              momentWords(lastBackupAt)
            )}
          </dd>
        </div>
      </dl>
    </section>
  )
}
