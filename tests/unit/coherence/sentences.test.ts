import { describe, expect, it } from 'vitest'
import english from '@/messages/en.json'
import french from '@/messages/fr.json'
import { messages } from '@/tests/support/messages'

describe('sentences that were once wrong', () => {
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
    const abbreviated = Object.values(messages)
      .flatMap((words) => [...words])
      .filter(([, text]) => /\b(?:env|approx)\./i.test(text))
    expect(abbreviated).toEqual([])
  })
})
