import { numerosDelDia, ordenDelDia } from './orden-del-dia.ts'
import type { ClaseSesion } from './reglas.ts'
import { pack } from '../../../../../tests/support/paquete.ts'

const punto = (titulo: string, rest: { seVota?: boolean; entregable?: { nombre: string; documento: string | null } } = {}) => ({
  titulo,
  seVota: false,
  entregable: null,
  ...rest,
})
const textos = pack.plantillas.orden_del_dia.partes
const titulos = (tipo: ClaseSesion, puntos: ReturnType<typeof punto>[], papel: 'acta' | 'minuta' = 'minuta') =>
  ordenDelDia({ tipo, papel, textos }, puntos).map(({ titulo }) => titulo)

describe('the printed agenda', () => {
  it('of an ordinaria has its five fixed points around those that were typed', () => {
    const entregable = { nombre: 'Plan de trabajo', documento: 'el plan de trabajo' }
    expect(titulos('ordinaria', [punto('Plan de trabajo · 2024', { seVota: true, entregable })])).toEqual([
      'Lista de asistencia y declaración de quórum legal.',
      'Lectura y, en su caso, aprobación del orden del día.',
      'Lectura y, en su caso, aprobación de la minuta de la sesión anterior.',
      'Presentación, análisis y, en su caso, aprobación del plan de trabajo.',
      'Asuntos generales.',
      'Clausura de la sesión.',
    ])
  })

  it('keeps a title that was written by hand', () => {
    const entregable = { nombre: 'Plan de trabajo', documento: 'el plan de trabajo' }
    expect(titulos('extraordinaria', [punto('Plan corregido, segunda vuelta', { seVota: true, entregable })])).toContain(
      'Plan corregido, segunda vuelta.',
    )
  })

  it('of an extraordinaria has neither the paper of before nor asuntos generales, unless they were typed', () => {
    expect(titulos('extraordinaria', [punto('Asunto único')])).toEqual([
      'Lista de asistencia y declaración de quórum legal.',
      'Lectura y, en su caso, aprobación del orden del día.',
      'Asunto único.',
      'Clausura de la sesión.',
    ])
    expect(titulos('extraordinaria', [punto('Lectura del acta de la sesión anterior')], 'acta')).toContain(
      'Lectura y, en su caso, aprobación del acta de la sesión anterior.',
    )
  })

  it('of a reunión de trabajo begins and ends in its own words, and approves no agenda', () => {
    expect(titulos('reunion_trabajo', [punto('Revisión del plan de trabajo')])).toEqual([
      'Lista de asistencia.',
      'Revisión del plan de trabajo.',
      'Asuntos generales y compromisos.',
      'Cierre de la reunión de trabajo.',
    ])
  })

  it('says nothing twice: a fixed point that was typed takes its place, with its vote', () => {
    const typed = [punto('Lista de asistencia'), punto('Aprobación del orden del día', { seVota: true }), punto('Clausura')]
    const all = ordenDelDia({ tipo: 'extraordinaria_urgente', papel: 'acta', textos }, typed)
    expect(all.map(({ titulo }) => titulo)).toEqual([
      'Lista de asistencia y declaración de quórum legal.',
      'Aprobación del orden del día.',
      'Clausura de la sesión.',
    ])
    expect(all.map(({ fijo }) => fijo)).toEqual(['lista', null, 'clausura'])
  })
  it('numbers each typed point as it is printed, and leaves none out', () => {
    const typed = [punto('Clausura'), punto('Asunto único'), punto('Aprobación del orden del día'), punto('Cambio del orden del día')]
    expect(numerosDelDia('ordinaria', typed)).toEqual([7, 4, 2, 5])
    expect(numerosDelDia('reunion_trabajo', [punto('Asunto único')])).toEqual([2])
    expect(titulos('extraordinaria', typed.slice(2))[2]).toBe('Cambio del orden del día.')
  })
})
