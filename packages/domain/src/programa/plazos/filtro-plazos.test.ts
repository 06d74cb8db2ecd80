import { coincideFiltro, type FiltroPlazos, type PlazoBuscable } from './filtro-plazos.ts'

const plazo: PlazoBuscable = {
  entregable: { numero: '11.5', actividad: '11.5', nombre: 'Informes mensuales', mes: '2024-03', evento: null },
  hito: {
    milestone: 'remision',
    estatus: 'vencida',
    responsables: [{ clave: 'SE', nombre: 'Secretaría Ejecutiva' }],
    conflictos: 0,
    cumplimiento: { referencia: 'IF/OF/77/2024' },
  },
}

it.each<[FiltroPlazos, boolean]>([
  [{}, true],
  [{ area: 'SE', estatus: 'vencida', milestone: 'remision', actividad: '11.5' }, true],
  [{ area: 'ST' }, false],
  [{ estatus: 'pendiente' }, false],
  [{ milestone: 'pleno' }, false],
  [{ actividad: '11.15' }, false],
  [{ area: 'SE', estatus: 'pendiente' }, false],
  [{ contradicciones: 'si' }, false],
  [{ q: 'informe MARZO secretaria' }, true],
  [{ q: '11.5 remitir' }, true],
  [{ q: 'of/77' }, true],
  [{ q: 'ensuales' }, false],
  [{ q: 'informe abril' }, false],
  [{ q: ' ' }, true],
])('%j', (filtro, found) => {
  expect(coincideFiltro(plazo, filtro)).toBe(found)
})

it('finds the dates on which sources contradict each other', () => {
  expect(coincideFiltro({ ...plazo, hito: { ...plazo.hito, conflictos: 2 } }, { contradicciones: 'si' })).toBe(true)
})
