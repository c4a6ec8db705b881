import { messages } from '../messages'

/** The words of a message. */
export const say = (key: string): string => {
  const words = messages.fr.get(key)
  if (words === undefined) throw new Error(`no such message: ${key}`)
  return words
}

// The functions below run in the page, and so use nothing but what is given to them.

/** The link, the button, the label or the summary that is in sight and has these words. */
export function controlWith(words = '') {
  const controls = document.querySelectorAll('main a, main button, main label, main summary')
  const found = [...controls].find(
    (control) => control.textContent?.trim() === words && control.getClientRects().length > 0,
  )
  // Where nothing sticks.
  found?.scrollIntoView({ block: 'center' })
  return found
}

/** The control of an option, on the page of the questionnaire that is shown. */
export function optionOf(item = '', option = '') {
  const found = document.querySelector(`.step:not([hidden]) input[name="${item}"][value="${option}"]`)
  found?.scrollIntoView({ block: 'center' })
  return found
}

/** The id of the page of the questionnaire that is shown, once its scripts have taken over. */
export const currentStep = () => document.querySelector('form[data-awake] .step:not([hidden])')?.id
