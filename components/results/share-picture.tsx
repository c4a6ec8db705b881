/** One published share with its words. */
export interface SharedFigure {
  readonly label: string
  readonly share: string
  readonly sharePercent: number
}

interface Props {
  readonly title: string
  readonly lead: string
  readonly figures: readonly SharedFigure[]
  readonly source: string
}

export const pictureSize = { width: 1200, height: 630 } as const

const paper = '#fbf8f3'
const ink = '#26252e'
const inkSoft = '#5b5864'
const accent = '#35467f'

const iconsPerRow = 10

/** A hundred people as a picture of its own, which the renderer of shared pictures takes as an image. */
function iconArrayImage(sharePercent: number): string {
  const icons = Array.from({ length: 100 }, (_, icon) => {
    const place = `cx="${(icon % iconsPerRow) * 10 + 5}" cy="${Math.floor(icon / iconsPerRow) * 10 + 5}"`
    return icon < Math.round(sharePercent)
      ? `<circle ${place} r="3.7" fill="${accent}"/>`
      : `<circle ${place} r="3.2" fill="none" stroke="#8b8496"/>`
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="200" height="200">${icons.join('')}</svg>`
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
}

/** The picture that stands for the site where its address is shared: national figures, and nobody's answers. */
export function SharePicture({ title, lead, figures, source }: Props) {
  // The face of the picture has no narrow no-break space.
  const plain = (words: string) => words.replaceAll('\u202f', '\u00a0')
  return (
    <div
      style={{
        width: '100%',
        height: '100%',
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'space-between',
        padding: 56,
        background: paper,
        color: ink,
        fontFamily: 'Text',
      }}
    >
      <div style={{ display: 'flex', flexDirection: 'column' }}>
        <div style={{ fontSize: 54, fontWeight: 700, lineHeight: 1.15 }}>{plain(title)}</div>
        <div style={{ fontSize: 28, color: inkSoft, marginTop: 12 }}>{lead}</div>
      </div>
      <div style={{ display: 'flex', justifyContent: 'space-between' }}>
        {figures.map(({ label, share, sharePercent }) => (
          <div key={label} style={{ display: 'flex', flexDirection: 'column', width: 250 }}>
            <img src={iconArrayImage(sharePercent)} width={190} height={190} alt="" />
            <div style={{ fontSize: 40, fontWeight: 700, marginTop: 12 }}>{plain(share)}</div>
            <div style={{ fontSize: 24, lineHeight: 1.2 }}>{label}</div>
          </div>
        ))}
      </div>
      <div style={{ display: 'flex', justifyContent: 'space-between', fontSize: 22, color: inkSoft }}>
        <span>{source}</span>
        <span style={{ color: ink, fontWeight: 700 }}>Miroir</span>
      </div>
    </div>
  )
}
