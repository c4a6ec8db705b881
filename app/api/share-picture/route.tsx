import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { ImageResponse } from 'next/og'
import { getFormatter, getTranslations } from 'next-intl/server'
import { pictureSize, SharePicture } from '@/components/results/share-picture'
import { byIndicatorThenPopulation } from '@/lib/comparison/figure-order'
import { indicatorOf } from '@/lib/comparison/indicators'
import { DatabaseError } from '@/lib/errors'
import { type Locale, localeFrom } from '@/lib/i18n/locales'
import type { WaveFigures } from '@/lib/waves/published-figures'
import { loadFigures } from '../../[locale]/load-figures'

const fontFolder = 'node_modules/@fontsource/atkinson-hyperlegible-next/files'

async function font(weight: 400 | 700) {
  const file = path.join(process.cwd(), fontFolder, `atkinson-hyperlegible-next-latin-${weight}-normal.woff`)
  return { name: 'Text', data: await readFile(file), weight, style: 'normal' as const }
}

const capitalised = (words: string, locale: Locale) =>
  words.slice(0, 1).toLocaleUpperCase(locale) + words.slice(1)

async function draw({ wave, figures }: WaveFigures, locale: Locale): Promise<ArrayBuffer> {
  const t = await getTranslations({ locale })
  const format = await getFormatter({ locale })
  const shown = figures
    .filter(
      // A picture goes where nothing stands beside it: what is disputed is not in it.
      ({ indicator, population, status }) =>
        population === 'french' && indicatorOf(indicator).theme === 'trust' && status !== 'disputed',
    )
    .toSorted(byIndicatorThenPopulation)
  const image = new ImageResponse(
    <SharePicture
      title={t('home.title')}
      lead={t('sharePicture.lead')}
      figures={shown.map(({ indicator, sharePercent, qualifier }) => ({
        label: capitalised(t(`indicators.${indicator}.label`), locale),
        share: t('figures.share', {
          qualifier,
          share: format.number(sharePercent / 100, { style: 'percent', maximumFractionDigits: 1 }),
        }),
        sharePercent,
      }))}
      source={t('sharePicture.source', {
        commissionedBy: wave.commissionedBy,
        conductedBy: wave.conductedBy,
      })}
    />,
    { ...pictureSize, fonts: [await font(400), await font(700)] },
  )
  return image.arrayBuffer()
}

interface Drawn {
  readonly figures: WaveFigures
  readonly picture: Promise<ArrayBuffer>
}

/** The picture in each language, as long as the figures stay the same: to draw one takes as long as ten pages. */
const drawn = new Map<Locale, Drawn>()

async function picture(figures: WaveFigures, locale: Locale): Promise<ArrayBuffer> {
  const last = drawn.get(locale)
  if (last?.figures === figures) return last.picture
  const next = { figures, picture: draw(figures, locale) }
  drawn.set(locale, next)
  next.picture.catch(() => drawn.delete(locale))
  return next.picture
}

/** The picture beside a shared link to the site: national figures only. */
export async function GET(request: Request): Promise<Response> {
  const locale = new URL(request.url).searchParams.get('locale')
  const loaded = await loadFigures()
  if (!(loaded instanceof DatabaseError)) {
    const headers = { 'Content-Type': 'image/png', 'Cache-Control': 'public, max-age=3600' }
    return new Response(await picture(loaded, localeFrom(locale)), { headers })
  }
  return new Response('The national figures cannot be read now.\n', { status: 503 })
}
