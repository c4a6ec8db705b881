import { useTranslations } from '@/lib/i18n/translations'

interface Props {
  readonly setup: {
    readonly secret: string
    readonly uri: string
    readonly qrCode: { readonly size: number; readonly path: string }
  }
}

/** What an authenticator needs: the picture to scan, and the same to type or to open. */
export function TotpSetupNote({ setup }: Props) {
  const t = useTranslations('admin.setUp')
  const { secret, uri, qrCode } = setup
  return (
    <>
      <p>{t('lead')}</p>
      <svg
        className="qr-code"
        role="img"
        aria-label={t('qrCode')}
        viewBox={`0 0 ${qrCode.size} ${qrCode.size}`}
        shapeRendering="crispEdges"
      >
        <rect width={qrCode.size} height={qrCode.size} fill="#fff" />
        <path d={qrCode.path} fill="#000" />
      </svg>
      <p>
        <span>{t('orType')}</span> <code className="secret">{(secret.match(/.{1,4}/g) ?? []).join(' ')}</code>
      </p>
      <p>
        <a href={uri}>{t('open')}</a>
      </p>
    </>
  )
}
