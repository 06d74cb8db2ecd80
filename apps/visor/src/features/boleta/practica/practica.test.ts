import type { Fila } from '../../../api-types.ts'
import type { Emblema } from '../hojas.ts'
import { contar, recuadrosOf, type Recuadro } from './practica.ts'

const emblema = (clave: string, integrantes: string[] = []): Emblema => ({
  actor: { clave, nombre: `Nombre de ${clave}`, color: null, integrantes },
  encabeza: { nombre: `Persona de ${clave}` } as Fila,
  acompanan: [],
  canceladas: [],
  sustituidas: [],
})
const actores = ['PA', 'PB', 'PC', 'PD', 'IND-1'].map((clave) => ({ clave, nombre: `Partido ${clave}` }))
const recuadros = recuadrosOf([emblema('IND-1'), emblema('ALIANZA', ['PB', 'PD']), emblema('PC'), emblema('PA')], actores)
const box = (clave: string): Recuadro => {
  const found = recuadros.find((each) => each.clave === clave)
  if (!found) throw new Error(`no box of ${clave}`)
  return found
}

describe('boxes of a practice ballot', () => {
  it('stand in the order of the register, one for each party of an alliance, with the same person', () => {
    expect(recuadros.map(({ clave, emblema: of }) => [clave, of])).toEqual([
      ['PA', 'PA'],
      ['PB', 'ALIANZA'],
      ['PC', 'PC'],
      ['PD', 'ALIANZA'],
      ['IND-1', 'IND-1'],
    ])
    expect([box('PB').encabeza?.nombre, box('PD').nombre]).toEqual(['Persona de ALIANZA', 'Partido PD'])
  })
})

describe('a marked practice ballot', () => {
  it.each<[string, { claves: string[]; escrito: string; caso: string }]>([
    ['counts for nobody when it is blank', { claves: [], escrito: ' ', caso: 'blanco' }],
    ['counts for the one box', { claves: ['PC'], escrito: '', caso: 'valido' }],
    ['counts for who goes in both boxes of an alliance', { claves: ['PB', 'PD'], escrito: '', caso: 'alianza' }],
    ['counts for nobody with boxes that do not go together', { claves: ['PB', 'PC'], escrito: '', caso: 'varias' }],
    ['counts for nobody with an alliance and another', { claves: ['PB', 'PD', 'PA'], escrito: '', caso: 'varias' }],
    ['is counted apart with a written name', { claves: [], escrito: 'Alguien', caso: 'noRegistrada' }],
    ['is doubtful with a mark and a name', { claves: ['PA'], escrito: 'Alguien', caso: 'marcaYNombre' }],
  ])('%s', (_title, { claves, escrito, caso }) => {
    expect(contar(claves.map(box), escrito).caso).toBe(caso)
  })
})
