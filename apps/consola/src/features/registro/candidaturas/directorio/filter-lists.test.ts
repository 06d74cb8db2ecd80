import type { ConteosDirectorio } from '../../../../api-types.ts'
import { desgloseDe } from './filter-lists.ts'

const conteos = (estatus: ConteosDirectorio['estatus']): ConteosDirectorio => ({
  ...{ total: 3, cargos: [], actores: [], estatusCaptura: [], calidades: [], plazos: [] },
  estatus,
})

test('the figure of the directory says how many of it are out of the contest', () => {
  const all = conteos([
    { clave: 'aprobada', cuantas: 2 },
    { clave: 'sustituida', cuantas: 1 },
  ])
  expect(desgloseDe({}, all)).toBe('2 vigentes, 1 sustituida')
  // A list of one estatus alone says so by its filter.
  expect(desgloseDe({ estatus: 'sustituida' }, all)).toBeNull()
  expect(desgloseDe({}, conteos([{ clave: 'aprobada', cuantas: 3 }]))).toBeNull()
})
