import { useShareWords } from '@/components/results/use-share-words'
import { SeparateTexts } from '@/components/ui/separate-texts'
import { useTranslations } from '@/lib/i18n/translations'
import type { ShownPair } from '@/lib/participation/dashboard-view'
import { PairLabel } from './pair-label'
import { PairMark, PairShape } from './pair-mark'
import { useNationalWords } from './use-national-words'

/** One figure and the participants' share on the same axis, each on a line of its own and in its own shape, with their words. */
export function PairRow({ pair }: { readonly pair: ShownPair }) {
  const t = useTranslations('admin.dashboard.beside')
  const national = useNationalWords()(pair)
  const shareWords = useShareWords()
  const { figure, tool, participants } = pair
  return (
    <li className="pair" data-pair={[figure.indicator, figure.population, tool].join('/')}>
      <p className="pair-label">
        <PairLabel pair={pair} />
      </p>
      <PairPicture pair={pair} />
      <p className="pair-national">
        <PairMark kind="national" />
        <span>
          <span>{national}</span> <span>{t('nationalMark')}</span>
        </span>
      </p>
      <p className="pair-participants">
        <PairMark kind="participants" />
        <span>
          <SeparateTexts>
            {participants === null
              ? t('tooFew')
              : t.rich('shareAndInterval', {
                  ...shareWords(participants),
                  strong: (words) => <strong>{words}</strong>,
                })}
          </SeparateTexts>
        </span>
      </p>
    </li>
  )
}

/** From 0 to 100: the national figure above, the share and its interval below, and a thin line between the two. */
function PairPicture({ pair }: { readonly pair: ShownPair }) {
  const { figure, participants } = pair
  return (
    <svg className="pair-picture" aria-hidden="true" focusable="false">
      {['0%', '25%', '50%', '75%', '100%'].map((x) => (
        <line key={x} className="tick" x1={x} x2={x} y1="0" y2="100%" />
      ))}
      {participants !== null && (
        <>
          <line
            className="between"
            x1={`${figure.sharePercent}%`}
            y1="32%"
            x2={`${participants.sharePercent}%`}
            y2="68%"
          />
          <line
            className="interval"
            x1={`${participants.lowerPercent}%`}
            x2={`${participants.upperPercent}%`}
            y1="68%"
            y2="68%"
          />
          {[participants.lowerPercent, participants.upperPercent].map((end) => (
            <svg key={end} x={`${end}%`} y="68%" overflow="visible">
              <line className="interval" y1="-5" y2="5" />
            </svg>
          ))}
          <svg x={`${participants.sharePercent}%`} y="68%" overflow="visible">
            <PairShape kind="participants" />
          </svg>
        </>
      )}
      <svg x={`${figure.sharePercent}%`} y="32%" overflow="visible">
        <PairShape kind="national" />
      </svg>
    </svg>
  )
}
