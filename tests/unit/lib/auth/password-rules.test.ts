import { dictionary } from '@zxcvbn-ts/language-common'
import { describe, expect, it } from 'vitest'
import { leastPasswordLength, passwordProblem } from '@/lib/auth/password-rules'

const problem = (password: string) => passwordProblem(password, 'marie.dupont@hopital.example', 'Miroir')

describe('a password', () => {
  it('has 12 characters at least and 1024 at most, whatever they are', () => {
    expect(problem('kx9 mq2 zt7')).toBe('tooShort')
    expect(problem('kx9 mq2 zt7v')).toBeNull()
    expect(problem('🌵🌲🌻🍄🍁🌊🔥🐙🦊🐌🐝🦉')).toBeNull()
    expect(problem('🌵🌲🌻🍄🍁🌊🔥🐙🦊🐌🐝')).toBe('tooShort')
    expect(problem('le chat de la voisine dort')).toBeNull()
    const long = Array.from({ length: 1025 }, (_, index) => String.fromCharCode(97 + (index % 23))).join('')
    expect(problem(long.slice(0, 1024))).toBeNull()
    expect(problem(long)).toBe('tooLong')
  })

  it('is none of the common ones, in any case', () => {
    const long = dictionary['passwords-common'].filter(
      (each) => Array.from(each).length >= leastPasswordLength,
    )
    expect(long.length).toBeGreaterThan(100)
    for (const each of long) {
      expect(problem(each)).toBe('common')
      expect(problem(each.toUpperCase())).toBe('common')
    }
  })

  it.each([
    'Password2024!',
    '!!!password!!!',
    'passwordpassword',
    'LetmeinLetmein1!',
    'football12345678',
    'aaaaaaaaaaaaaaaa',
    'abcabcabcabc',
    '121212121212',
    'ｐａｓｓｗｏｒｄ1234',
  ])('is not a common one with something around it: %s', (password) => {
    expect(problem(password)).toBe('common')
  })

  it.each([
    'marie.dupont@hopital.example',
    'Marie.Dupont2024',
    'dupontmarie1234',
    'MiroirMiroir12',
    'miroir-hopital',
    'hopital.example!',
  ])('is not made of the e-mail address or of the name of the site: %s', (password) => {
    expect(problem(password)).toBe('common')
  })

  it('may hold a word of the address beside enough else', () => {
    expect(problem('marie traverse le pont neuf')).toBeNull()
    expect(problem('un miroir derrière la porte')).toBeNull()
  })
})
