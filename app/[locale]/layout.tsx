import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { pictureSize } from '@/components/results/share-picture'
import { readSettings } from '@/lib/env'
import { isLocale, locales } from '@/lib/i18n/locales'
import { textFont } from '../fonts'
import '../styles/index.css'

export const dynamicParams = false

export function generateStaticParams() {
  return locales.map((locale) => ({ locale }))
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations()
  const { publicUrl } = readSettings()
  return {
    description: t('site.description'),
    title: { default: t('site.name'), template: t('site.titleTemplate', { title: '%s' }) },
    // A shared picture needs a whole address, which only the operator knows.
    ...(publicUrl && {
      metadataBase: new URL(publicUrl),
      openGraph: {
        siteName: t('site.name'),
        images: [
          {
            url: `/api/share-picture?locale=${await getLocale()}`,
            ...pictureSize,
            alt: t('sharePicture.alt'),
          },
        ],
      },
    }),
  }
}

interface Props {
  readonly children: ReactNode
  readonly params: Promise<{ locale: string }>
}

export default async function LocaleLayout({ children, params }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const t = await getTranslations('errors')
  return (
    <html lang={locale} className={textFont.variable}>
      {/* The words of the error boundary, which is a browser's script and has no others. */}
      <body
        data-error-title={t('unexpectedTitle')}
        data-error-text={t('unexpected')}
        data-error-retry={t('retry')}
      >
        {children}
      </body>
    </html>
  )
}
