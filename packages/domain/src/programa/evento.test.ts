import type { ActividadPack, ProgramaPack } from './actividad.ts'
import { plazosQueAbre, razonesContraAnularEvento, type EventoAbierto } from './evento.ts'

const cita = { seccion: 'otro', lugar: 'texto', dice: 'cinco días' }
const despues = (dias: number, tipoDias: 'naturales' | 'habiles') => ({
  ...{ tipo: 'despues' as const, de: { actividad: null, milestone: 'comision' as const }, dias, tipoDias },
  inhabil: 'se_mantiene' as const,
})
const otro = {
  clave: 'otro',
  evento: { tipo: 'documento_emitido', milestone: 'comision' },
  meses: null,
  statements: [
    { clave: '1', milestone: 'remision', regla: despues(5, 'naturales'), cita },
    { clave: '2', milestone: 'integracion', regla: despues(3, 'habiles'), cita },
    { clave: '3', milestone: 'termino', regla: { tipo: 'ventana', inicio: '2024-01-01', fin: '2024-12-31' }, cita },
  ],
  cadena: [],
} as unknown as ActividadPack
const programa = {
  actividades: [otro, { ...otro, clave: 'fijo', evento: null, statements: [] }],
  laborales: { descansos: [{ nombre: 'Trabajo', tipo: 'fija', mes: 5, dia: 1 }], jornadas: [], propios: [], todosHabiles: [] },
  vigencia: { desde: '2024-01-01', hasta: '2024-12-31' },
} as unknown as ProgramaPack

it('says before anything is registered which terms an event opens, each of its own kind of days', () => {
  const opened = plazosQueAbre(programa, { tipo: 'documento_emitido', fecha: '2024-04-29' })
  expect(opened.map(({ actividad, milestone, vence, motivoInhabil }) => [actividad.clave, milestone, vence, motivoInhabil])).toEqual([
    ['otro', 'integracion', '2024-05-03', null],
    ['otro', 'remision', '2024-05-04', 'sábado'],
  ])
  expect(plazosQueAbre(programa, { tipo: 'modificacion', fecha: '2024-04-29' })).toEqual([])
})

describe('annulling an event', () => {
  const abierto: EventoAbierto = { porAcuerdo: false, anulado: false, cumplido: [], conTrabajo: false, citadoPor: [] }

  it.each<[Partial<EventoAbierto>, RegExp]>([
    [{ anulado: true, conTrabajo: true }, /^Ya está anulado/],
    [{ porAcuerdo: true }, /un acuerdo/],
    [{ cumplido: [{ referencia: 'OF/1' }] }, /cumplido \(OF\/1\)/],
    [{ conTrabajo: true }, /retírelos/],
    [{ citadoPor: ['Cambio'] }, /«Cambio»/],
  ])('is refused with its reason: %j', (rest, reason) => {
    expect(razonesContraAnularEvento({ ...abierto, ...rest }).join('|')).toMatch(reason)
  })

  it('is nobody’s business otherwise', () => {
    expect(razonesContraAnularEvento(abierto)).toEqual([])
  })
})
