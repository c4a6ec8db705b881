import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import english from '@/messages/en.json'
import french from '@/messages/fr.json'
import { messages } from '@/tests/support/messages'

const results = {
  fr: createTranslator({ locale: 'fr', messages: french, namespace: 'results' }),
  en: createTranslator({ locale: 'en', messages: english, namespace: 'results' }),
}

describe('sentences that were once wrong', () => {
  it.each([
    ['fr', 0, 'Vous n’avez répondu à aucune des 46 questions.'],
    ['fr', 1, 'Vous avez répondu à 1 question sur 46.'],
    ['fr', 12, 'Vous avez répondu à 12 questions sur 46.'],
    ['en', 0, 'You answered none of the 46 questions.'],
    ['en', 12, 'You answered 12 of 46 questions.'],
  ] as const)('in %s, of %d answers', (locale, answered, sentence) => {
    expect(results[locale]('summaryAnswered', { answered, shown: 46 })).toBe(sentence)
  })

  it('options of satisfaction and agreement read alone', () => {
    const words = ({ options: { satisfaction, agreement } }: typeof french) => [
      Object.values(satisfaction),
      Object.values(agreement).slice(0, 4),
    ]
    expect(words(french)).toEqual([
      ['Très', 'Plutôt', 'Moyennement', 'Pas du tout'],
      ['Oui, tout à fait', 'Plutôt oui', 'Plutôt non', 'Non, pas du tout'],
    ])
    expect(words(english)).toEqual([
      ['Very satisfied', 'Fairly satisfied', 'Moderately satisfied', 'Not at all satisfied'],
      ['Yes, completely', 'Yes, somewhat', 'No, not really', 'No, not at all'],
    ])
  })

  it('nothing is abbreviated that a screen reader would spell', () => {
    const abbreviated = [...messages.fr, ...messages.en].filter(([, text]) =>
      /\b(?:env|approx)\./i.test(text),
    )
    expect(abbreviated).toEqual([])
  })
})
