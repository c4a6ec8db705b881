import { useLayoutEffect, useRef } from 'react'
import type { StepId } from '@/lib/instrument/catalogue'
import { nextPlace, previousPlace, type PlaceId } from './navigation'
import type { QuestionnaireWords } from './words'

interface TurnProps {
  readonly to: PlaceId
  readonly className: string
  readonly label: string
  readonly isAwake: boolean
  readonly goTo: (place: PlaceId) => void
}

/**
 * The way to another page of the questionnaire. A link until scripts take over, then a button, since Safari's Tab key skips
 * links. The button takes over the focus that the link may have.
 */
function Turn({ to, className, label, isAwake, goTo }: TurnProps) {
  const link = useRef<HTMLAnchorElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const hadFocus = useRef(false)
  useLayoutEffect(() => {
    if (!isAwake) hadFocus.current = document.activeElement === link.current
    else if (hadFocus.current) button.current?.focus()
  }, [isAwake])
  return isAwake ? (
    <button ref={button} type="button" className={className} onClick={() => goTo(to)}>
      {label}
    </button>
  ) : (
    <a ref={link} className={className} href={`#${to}`}>
      {label}
    </a>
  )
}

interface Props {
  readonly place: PlaceId
  readonly steps: readonly StepId[]
  readonly visited: readonly PlaceId[]
  readonly isAwake: boolean
  readonly goTo: (place: PlaceId) => void
  readonly homeHref: string
  readonly words: QuestionnaireWords
}

/** The way to the page after and the one before; from the first page, to the first page of the site. */
export function PageButtons({ place, steps, visited, isAwake, goTo, homeHref, words }: Props) {
  const previous = previousPlace(place, steps)
  const ui = words.questionnaire
  const turning = { isAwake, goTo }
  return (
    <>
      {place !== 'check' && (
        <Turn to={nextPlace(place, steps, visited)} className="button" label={ui.next} {...turning} />
      )}
      {previous && <Turn to={previous} className="turn-quiet" label={ui.back} {...turning} />}
      {!previous && (
        <a className="turn-quiet" href={homeHref}>
          {ui.backHome}
        </a>
      )}
    </>
  )
}

/** The way to the check page for those who have answered enough: after the other buttons, out of the way of the keys. */
export function CompareNow({ isAwake, goTo, words }: Pick<Props, 'isAwake' | 'goTo' | 'words'>) {
  return (
    <p className="compare-now">
      <Turn
        to="check"
        className="turn-quiet"
        label={words.questionnaire.compareNow}
        isAwake={isAwake}
        goTo={goTo}
      />
    </p>
  )
}
