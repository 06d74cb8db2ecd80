import { acceptedStep, fromBase32, newTotpSecreto, openSecreto, sealSecreto, totpUri } from './totp.ts'

/** RFC 6238, appendix B, SHA-1, last six digits. */
const secreto = Buffer.from('12345678901234567890')

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
])('at second %i the code of the standard is accepted', (second, codigo) => {
  expect(acceptedStep({ secreto, codigo, now: second * 1000 })).toBe(Math.floor(second / 30))
})

test('the codes of the step before and after are accepted, as their own steps', () => {
  const codigo = '081804'
  const step = Math.floor(1_111_111_109 / 30)
  expect(acceptedStep({ secreto, codigo, now: (step + 1) * 30_000 })).toBe(step)
  expect(acceptedStep({ secreto, codigo, now: (step - 1) * 30_000 })).toBe(step)
})

test('the code of two steps away is refused', () => {
  const step = Math.floor(1_111_111_109 / 30)
  expect(acceptedStep({ secreto, codigo: '081804', now: (step + 2) * 30_000 })).toBeNull()
})

test.each(['', '28708', '2870822', 'abcdef', '28708 ', '２８７０８２'])('«%s» is no code', (codigo) => {
  expect(acceptedStep({ secreto, codigo, now: 59_000 })).toBeNull()
})

test('the address for authenticator apps names issuer, account and seed', () => {
  const uri = new URL(totpUri(fromBase32('JBSWY3DPEHPK3PXP'), 'alguien@ejemplo.mx'))
  expect(uri.protocol).toBe('otpauth:')
  expect(uri.searchParams.get('secret')).toBe('JBSWY3DPEHPK3PXP')
  expect(uri.searchParams.get('issuer')).toBe('Conóceles')
  expect(decodeURIComponent(uri.pathname)).toContain('alguien@ejemplo.mx')
})

test('a seed has 160 bits and opens only for its own account, under any key of the ring', () => {
  const key = Buffer.alloc(32, 7)
  const ring = {
    vivas: () => [
      { kid: 'k2', key: Buffer.alloc(32, 8) },
      { kid: 'k1', key },
    ],
  }
  const seed = newTotpSecreto()
  expect(seed).toHaveLength(20)
  const sealed = sealSecreto(key, seed, 'cuenta-1')
  expect(openSecreto(ring, sealed, 'cuenta-1')).toEqual(seed)
  expect(() => openSecreto(ring, sealed, 'cuenta-2')).toThrow(expect.objectContaining({ code: 'acceso.llave_ausente', status: 503 }))
})
