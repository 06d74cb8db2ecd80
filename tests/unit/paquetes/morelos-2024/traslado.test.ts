import {
  compararTraslado,
  conEdiciones,
  distanciaA,
  resumirTraslado,
  trasladar,
  trasladoEnPalabras,
  type HitoTrasladado,
  type ReglaPlazo,
} from '@conoceles/domain'
import { packFaults, packFicticio } from '../../../support/proceso-ficticio/index.ts'
import { paquete } from '../../../support/paquete.ts'

const pack = paquete('morelos-2024')
const { programa } = pack
const JORNADA = '2027-06-06'
const borrador = trasladar(programa, { de: pack.jornada, a: JORNADA })
const hitos = compararTraslado(programa, borrador, [])
const hitoOf = (entregable: string, milestone: string): HitoTrasladado | undefined =>
  hitos.find((hito) => hito.entregable === entregable && hito.milestone === milestone)

const pairs = programa.actividades.flatMap((actividad, index) =>
  actividad.statements.map((before, at) => ({ actividad, before, after: borrador.actividades[index]?.statements[at] })),
)
const daysOf = (regla?: ReglaPlazo): string[] => {
  if (regla?.tipo === 'ventana') return [regla.inicio, regla.fin]
  return regla?.tipo === 'fecha' ? [regla.fecha] : []
}

describe('the programme of Morelos, taken to the election day of 2027', () => {
  it('loses nothing: actividades, steps, statements, where each was said, and what schedules from them', () => {
    expect(borrador.actividades.map(({ clave, cadena }) => [clave, cadena])).toEqual(
      programa.actividades.map(({ clave, cadena }) => [clave, cadena]),
    )
    expect(pairs).toHaveLength(108)
    for (const { before, after } of pairs) {
      expect([after?.clave, after?.milestone, after?.cita, after?.regla.tipo]).toEqual([
        before.clave,
        before.milestone,
        before.cita,
        before.regla.tipo,
      ])
      expect(after?.traslado).toMatchObject({ antes: before.regla, confianza: 'por_confirmar' })
    }
    expect(borrador.sesiones).toHaveLength(programa.sesiones.length)
    expect(resumirTraslado(hitos)).toMatchObject({
      fuentes: { total: pairs.length, edicion: 0 },
      hitos: { movidos: hitos.filter(({ antes }) => antes.fin !== null).length },
    })
  })

  it('keeps every distance to election day, and the day of the month where months are owed', () => {
    for (const { actividad, before, after } of pairs) {
      const was = daysOf(before.regla)
      const is = daysOf(after?.regla)
      if (actividad.meses === null) {
        expect(is.map((day) => distanciaA(JORNADA, day))).toEqual(was.map((day) => distanciaA(pack.jornada, day)))
      } else {
        expect(is.map((day) => day.slice(5))).toEqual(was.map((day) => day.slice(5)))
      }
    }
  })

  it('gives the dates of the new proceso', () => {
    expect(hitoOf('11.4', 'pleno')).toMatchObject({ antes: { fin: '2023-11-01' }, ahora: { fin: '2026-11-04' } })
    expect(hitoOf('11.5/2027-02', 'comision')).toMatchObject({ antes: { fin: '2024-02-29' }, ahora: { fin: '2027-02-28' } })
    expect(hitoOf('11.14', 'remision')).toMatchObject({ antes: { fin: '2024-04-27' }, ahora: { fin: '2027-05-01' } })
    expect(hitoOf('11.7/evento', 'remision')).toMatchObject({ porEvento: true, ahora: { fin: null } })
    const sentences = (hitoOf('11.4', 'remision')?.fuentes ?? []).map(({ statement: { traslado, regla } }) =>
      traslado ? trasladoEnPalabras(traslado, regla) : '',
    )
    expect(sentences).toEqual([
      'A la misma distancia: 210 días antes de la jornada',
      'A la misma distancia: 210 días antes de la jornada',
      'Sigue su regla: 5 días naturales después de aprobar en el Pleno',
    ])
  })

  it('computes the rest days of the new years', () => {
    expect(hitoOf('11.14', 'remision')?.inhabil).toMatchObject({ motivo: 'sábado', nombre: 'Día del Trabajo' })
    expect(hitoOf('11.5/2026-12', 'pleno')?.inhabil).toMatchObject({ fecha: '2027-01-01', nombre: 'Año Nuevo' })
    expect(borrador.laborales.jornadas).toEqual([JORNADA])
    expect(hitos.filter(({ inhabil }) => inhabil !== null)).toHaveLength(resumirTraslado(hitos).inhabiles)
  })

  it('contradicts itself where its origin did, and nowhere else', () => {
    const listed = (found: readonly HitoTrasladado[]) =>
      found.flatMap(({ conflictos, actividad, milestone }) => conflictos.map(({ tipo }) => `${tipo} ${actividad.clave} ${milestone}`))
    expect(listed(hitos)).toEqual(listed(compararTraslado(programa, programa, [])))
  })
})

describe('as the programme of a new pack', () => {
  const origen = { proceso: pack.clave, nombre: pack.nombre, version: pack.version, jornada: pack.jornada, sha256: 'a'.repeat(64) }
  const draft = { nombre: 'x', jornada: JORNADA, origen, decisiones: [], fuente: 'x', confianza: 'por_confirmar' as const }
  const dates = { inicioPublicacion: '2027-04-01', entregaCuentas: '2027-03-20', cierreCaptura: '2027-06-02' }
  const next = { ...packFicticio, jornada: JORNADA, tiposEleccion: packFicticio.tiposEleccion.map((tipo) => ({ ...tipo, ...dates })) }
  const faults = (changes: Partial<typeof pack>) => packFaults({ ...next, ...changes })

  it('has no fault, and says that it is a draft', () => {
    const written = JSON.parse(JSON.stringify({ borrador: draft, ...borrador })) as typeof programa
    expect(faults({ programa: written })).toEqual([])
    expect(faults({ programa: borrador })).toContain('11.1-1 viene de otro proceso, y el programa no es un borrador')
    expect(faults({ programa: { borrador: { ...draft, jornada: '2030-06-02' }, ...borrador } })).toEqual([
      'El borrador es de la jornada del 2030-06-02, y la del paquete es el 2027-06-06',
    ])
  })
})

describe('a draft that a person works on', () => {
  const reglas = [{ statement: '11.4-6', regla: { tipo: 'fecha' as const, fecha: '2026-11-02' }, razon: 'El Pleno sesiona en lunes' }]

  it('has the edited date, and what counts from it', () => {
    const edited = conEdiciones(borrador, { reglas, jornada: JORNADA })
    const after = compararTraslado(programa, edited, [])
    expect(after.map(({ entregable, milestone }) => [entregable, milestone])).toEqual(
      hitos.map(({ entregable, milestone }) => [entregable, milestone]),
    )
    expect(after.find(({ entregable, milestone }) => entregable === '11.4' && milestone === 'pleno')?.ahora.fin).toBe('2026-11-02')
    expect(resumirTraslado(after).fuentes.edicion).toBe(1)
    const [statement] = edited.actividades.flatMap(({ statements }) => statements.filter(({ clave }) => clave === '11.4-6'))
    expect(statement?.traslado).toMatchObject({ manera: 'edicion', distancia: -216, antes: { tipo: 'ventana' } })
  })

  it('lets the chosen statement govern', () => {
    const decisiones = [{ occurrence: '11.15', milestone: 'presentacion' as const, statement: '11.15-3', razon: 'La tabla' }]
    const after = compararTraslado(programa, borrador, decisiones)
    const chosen = after.find(({ entregable, milestone }) => entregable === '11.15' && milestone === 'presentacion')
    expect([chosen?.ahora.fin, chosen?.resuelto]).toEqual(['2027-06-02', true])
    expect(resumirTraslado(after).conflictos.resueltos).toBe(1)
  })
})
