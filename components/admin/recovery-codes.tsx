import { useTranslations } from '@/lib/i18n/translations'
import { useMomentWords } from '@/lib/i18n/use-date-words'
import { ActionForm } from './action-form'
import type { FormAction } from './form-outcome'
import { KeepText } from './keep-text'
import { useFormWords } from './use-form-words'

interface Shown {
  readonly codes: readonly string[]
  readonly madeAt: Date
}

interface Props {
  readonly email: string
  /** The address of the site. */
  readonly site: string
  /** null where they were shown some time ago, and are not shown again without signing in. */
  readonly shown: Shown | null
  /** Whether codes from before work until these are confirmed. */
  readonly hasEarlier: boolean
  readonly action: FormAction
}

const textId = 'recovery-codes-text'

/** Recovery codes, to be stored now: the set-up ends when the admin confirms that they are. */
export function RecoveryCodes({ email, site, shown, hasEarlier, action }: Props) {
  const t = useTranslations('admin')
  const words = useFormWords()
  return (
    <>
      <h1>{t('titles.recoveryCodes')}</h1>
      <p>{t('recoveryCodes.lead')}</p>
      {shown === null ? (
        <p className="notice">{t('recoveryCodes.notShown')}</p>
      ) : (
        <ShownCodes email={email} site={site} {...shown} />
      )}
      {hasEarlier && <p className="hint">{t('recoveryCodes.earlier')}</p>}
      <ActionForm
        id="kept"
        action={action}
        fields={[{ name: 'kept', type: 'tick', label: t('recoveryCodes.kept') }]}
        words={words(t('recoveryCodes.submit'))}
      />
    </>
  )
}

function ShownCodes({ email, site, codes, madeAt }: Shown & Pick<Props, 'email' | 'site'>) {
  const t = useTranslations('admin.recoveryCodes')
  const copying = useTranslations('copying')
  const momentWords = useMomentWords()
  const made = t('made', { moment: momentWords(madeAt) })
  const file = [t('fileTitle'), site, email, made, '', ...codes, '', t('fileNote')]
  const keepWords = {
    copy: t('copy'),
    copied: t('copied'),
    refused: copying('refused'),
    print: t('print'),
    download: t('download'),
  }
  return (
    <>
      <p>{t('where')}</p>
      <div className="recovery-codes">
        <div className="hint">
          <p>{`${email} · ${site}`}</p>
          <p>{made}</p>
        </div>
        <ol translate="no">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ol>
        <pre id={textId} translate="no" hidden>
          {file.map((line) => `${line}\n`).join('')}
        </pre>
        <KeepText id={textId} fileName={t('fileName')} words={keepWords} />
        <p className="hint without-scripts">{t('withoutScripts')}</p>
      </div>
    </>
  )
}
