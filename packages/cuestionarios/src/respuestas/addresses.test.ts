import fc from 'fast-check'
import { cleanAccount, cleanAddress } from './addresses.ts'

const FACEBOOK = ['facebook.com', 'fb.com']

describe('cleanAccount', () => {
  it.each([
    ['@maria.lopez', 'https://facebook.com/maria.lopez'],
    ['maria.lopez', 'https://facebook.com/maria.lopez'],
    ['maria.lopez en Facebook', 'https://facebook.com/maria.lopez'],
    ['Facebook: maria.lopez', 'https://facebook.com/maria.lopez'],
    ['fb/maria.lopez', 'https://facebook.com/maria.lopez'],
    ['facebook.com/maria', 'https://facebook.com/maria'],
    ['www.facebook.com/maria', 'https://www.facebook.com/maria'],
    ['m.facebook.com/profile.php?id=100', 'https://m.facebook.com/profile.php?id=100'],
    ['http://facebook.com/maria', 'https://facebook.com/maria'],
    ['HTTPS://Facebook.com/Maria', 'HTTPS://Facebook.com/Maria'],
    ['fb.com/maria.', 'https://fb.com/maria'],
    ['www.otra.example/maria', 'https://www.otra.example/maria'],
  ])('reads %s as %s', (written, address) => {
    expect(cleanAccount(written, FACEBOOK)).toBe(address)
  })

  it('writes the address of an account as its network does', () => {
    expect(cleanAccount('@maria', ['youtube.com', 'youtu.be'])).toBe('https://youtube.com/@maria')
    expect(cleanAccount('maria en TikTok', ['tiktok.com'])).toBe('https://tiktok.com/@maria')
    expect(cleanAccount('@maria en X', ['x.com', 'twitter.com'])).toBe('https://x.com/maria')
  })

  it('guesses no account of a name with blanks, an e-mail or another scheme', () => {
    for (const text of ['María López', 'María López en Facebook', 'maria@correo.example', 'javascript:alert(1)', ''])
      expect(cleanAccount(text, FACEBOOK)).toBe(text)
  })
})

it('cleanAddress completes an address, and leaves what is none', () => {
  expect(cleanAddress('www.maria.mx')).toBe('https://www.maria.mx')
  expect(cleanAddress('maria.mx')).toBe('https://maria.mx')
  expect(cleanAddress('http://maria.mx/yo')).toBe('https://maria.mx/yo')
  expect(cleanAddress('linkedin.example/in/maria')).toBe('https://linkedin.example/in/maria')
  for (const text of ['maria.lopez', '@maria', 'a@b.com', 'Mi página', 'javascript:alert(1)']) expect(cleanAddress(text)).toBe(text)
})

it('both are idempotent', () => {
  const text = fc.oneof(fc.string(), fc.webUrl(), fc.domain(), fc.emailAddress())
  fc.assert(
    fc.property(text, (written) => {
      for (const clean of [cleanAddress, (each: string) => cleanAccount(each, FACEBOOK)]) expect(clean(clean(written))).toBe(clean(written))
    }),
  )
})
