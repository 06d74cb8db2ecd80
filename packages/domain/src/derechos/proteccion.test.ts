import { revisionesProteccion, vigentesProteccion } from './proteccion.ts'

const VIEJA = { clase: 'seguridad', version: 1, revisarEl: '2030-05-01' } as const
const NUEVA = { clase: 'seguridad', version: 2, revisarEl: '2030-06-20' } as const
const IMPACTO = { clase: 'impacto', version: 1, revisarEl: '2030-04-01' } as const

it('the newest version of each kind is in force, and only its review is told', () => {
  expect(vigentesProteccion([VIEJA, IMPACTO, NUEVA])).toEqual([NUEVA, IMPACTO])
  expect(revisionesProteccion([VIEJA, NUEVA], '2030-05-02')).toEqual([])
})

it('a review is told from thirty days before, and while it is late', () => {
  expect(revisionesProteccion([NUEVA], '2030-05-20')).toEqual([])
  expect(revisionesProteccion([NUEVA], '2030-05-21')).toEqual([NUEVA])
  expect(revisionesProteccion([IMPACTO], '2030-05-21')).toEqual([IMPACTO])
})
