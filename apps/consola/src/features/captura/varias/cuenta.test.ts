import type { PorHacer } from '../../../api-types.ts'
import { cuentaDe, toCsv } from './cuenta.ts'

const candidatura = (id: string, razones: string[] = []): PorHacer => ({
  id,
  clave: id,
  nombre: `Persona ${id}`,
  cargoNombre: 'Diputación',
  lugar: 'Distrito I',
  version: 3,
  estatusCaptura: 'completa',
  razones,
})
const acuse = {
  folio: 'AAAAA-BBBBB-CCCCC',
  acto: 'candidatura.validada',
  sha256: '0'.repeat(64),
  sal: '1'.repeat(32),
  recibidoEn: '2024-04-20T18:00:00.000Z',
  firma: 'x',
  enlace: '/acuses/AAAAA-BBBBB-CCCCC',
}

describe('the account of several validations', () => {
  it('has a line for each that was chosen: its acuse, or the reasons of the preview or of the act', () => {
    const elegidas = [candidatura('a'), candidatura('b', ['Falta completar la sección «Oficio».']), candidatura('c')]
    const cuenta = cuentaDe(elegidas, [
      { id: 'c', acuse: null, razon: 'La candidatura cambió.' },
      { id: 'a', acuse, razon: null },
    ])
    expect(cuenta.map(({ candidatura: { id }, acuse: given, razones }) => [id, given?.folio ?? null, razones])).toEqual([
      ['a', acuse.folio, []],
      ['b', null, ['Falta completar la sección «Oficio».']],
      ['c', null, ['La candidatura cambió.']],
    ])
  })

  it('has no line of one that was not answered yet', () => {
    expect(cuentaDe([candidatura('a'), candidatura('b')], [{ id: 'a', acuse, razon: null }])).toHaveLength(1)
  })

  it('is a file that no spreadsheet runs', () => {
    expect(toCsv([['Nombre'], ['Ana "la Roja", Pérez'], ['=1+1']])).toBe('\ufeff"Nombre"\r\n"Ana ""la Roja"", Pérez"\r\n"\'=1+1"\r\n')
  })
})
