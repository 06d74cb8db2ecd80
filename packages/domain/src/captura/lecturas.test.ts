import { MOTIVOS_LECTURA, pideExplicacion, razonesContraMotivo } from './lecturas.ts'

describe('the reason for opening identity answers', () => {
  it.each(MOTIVOS_LECTURA)('%s is enough by itself, or says that it has to be explained', (motivo) => {
    expect(razonesContraMotivo({ motivo, explicacion: '' }).length).toBe(pideExplicacion(motivo) ? 1 : 0)
    expect(razonesContraMotivo({ motivo, explicacion: 'Queja recibida el lunes.' })).toEqual([])
  })

  it('is not explained by blanks', () => {
    expect(razonesContraMotivo({ motivo: 'otro', explicacion: ' '.repeat(20) })).toHaveLength(1)
  })
})
