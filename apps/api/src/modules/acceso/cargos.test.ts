import { cargoEl, type ConCargos } from './cargos.ts'

const cuenta: ConCargos = {
  rol: 'secretaria',
  cargos: [
    { cargo: 'Encargada de despacho', desde: '2024-01-10T15:00:00.000Z' },
    { cargo: 'Secretaria Ejecutiva', desde: '2024-03-01T15:00:00.000Z' },
    { cargo: null, desde: '2024-09-01T15:00:00.000Z' },
  ],
}

describe('the charge of an account', () => {
  it.each([
    ['2024-01-10T14:59:59Z', 'Secretaría'],
    ['2024-01-10T15:00:00Z', 'Encargada de despacho'],
    ['2024-02-29T23:00:00Z', 'Encargada de despacho'],
    ['2024-04-25T18:00:00Z', 'Secretaria Ejecutiva'],
    ['2024-09-01T15:00:00Z', 'Secretaría'],
  ])('at %s is %s', (en, cargo) => {
    expect(cargoEl(cuenta, en)).toBe(cargo)
    expect(cargoEl(cuenta, new Date(en))).toBe(cargo)
  })

  it('is the name of the role under which it acted, where it had none', () => {
    expect(cargoEl({ ...cuenta, cargos: [] }, '2024-04-25T18:00:00Z', 'verificacion')).toBe('Verificación')
  })
})
