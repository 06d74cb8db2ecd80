import { AppError } from '../shared/http/errors.ts'
import { invitacionSentence } from './invitacion-sentence.ts'

describe('an invitation that the command could not send', () => {
  it.each([
    ['acceso.correo_no_disponible', 'revise SMTP_URL'],
    ['acceso.correo_repetido', 'Ya existe una cuenta con ese correo'],
    ['entrada.invalida', 'no tienen la forma esperada'],
  ] as const)('by %s says why', (code, sentence) => {
    expect(invitacionSentence(new AppError(code))).toContain(sentence)
  })

  it('without an encrypted connection names the setting', () => {
    expect(invitacionSentence(Object.assign(new Error('no TLS'), { code: 'ETLS' }))).toContain('SMTP_TLS')
  })

  it('throws an unforeseen error on', () => {
    expect(() => invitacionSentence(new Error('down'))).toThrow('down')
  })
})
