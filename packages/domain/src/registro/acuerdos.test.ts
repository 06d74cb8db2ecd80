import { razonesContraFechaAcuerdo } from './acuerdos.ts'

describe('the day of an acuerdo', () => {
  it('is free while nothing counts from it, and otherwise not after its consequences', () => {
    expect(razonesContraFechaAcuerdo({ primeraEntrega: null, primerCambio: null, primerRegistro: null }, '2024-04-30')).toEqual([])
    const state = { primeraEntrega: '2024-04-21', primerCambio: '2024-04-25', primerRegistro: '2024-04-26' }
    expect(razonesContraFechaAcuerdo(state, '2024-04-21')).toEqual([])
    expect(razonesContraFechaAcuerdo(state, '2024-04-22')).toEqual([
      'El 21 de abril de 2024 ya se habían entregado las cuentas de quienes aprueba.',
    ])
    expect(razonesContraFechaAcuerdo(state, '2024-04-26')).toHaveLength(2)
    expect(razonesContraFechaAcuerdo(state, '2024-04-27')).toHaveLength(3)
  })
})
