import type { ProcesoPack, ReglaPlazo, Statement } from '@conoceles/domain'
import { esDia, probar, probarFilas, type Falta, type Prueba } from '../falta.ts'
import type { Ruta } from '../json.ts'

interface Ubicado {
  statement: Statement
  ruta: Ruta
}

/** Faults of a programme: names without definition, impossible days, and a draft that does not say that it is one. */
export function faltasDePrograma(pack: ProcesoPack): Falta[] {
  const { actividades, laborales, vigencia, borrador, areas } = pack.programa
  const statements = actividades.flatMap(({ statements: own }, at) =>
    own.map((statement, n): Ubicado => ({ statement, ruta: ['programa', 'actividades', at, 'statements', n] })),
  )
  const claves = new Set(actividades.map(({ clave }) => clave))
  const conocidas = new Set(areas.map(({ clave }) => clave))
  return [
    ...repetidos(statements),
    ...statements.flatMap(({ statement, ruta }) => probar([...ruta, 'regla'], pruebasDeRegla(statement, claves))),
    ...probarFilas(['programa', 'actividades'], actividades, ({ clave, cadena }) => [
      {
        falla: cadena.some(({ responsables }) => responsables.some((area) => !conocidas.has(area))),
        en: ['cadena'],
        dice: `La actividad «${clave}» nombra un área responsable que no existe`,
        remedio: 'Use claves de «areas»',
      },
    ]),
    ...probar(['programa'], [
      { falla: vigencia.desde > vigencia.hasta, en: ['vigencia'], dice: 'La vigencia del programa termina antes de empezar', remedio: 'Corrija «desde» o «hasta»' },
      { falla: !laborales.jornadas.includes(pack.jornada), en: ['laborales', 'jornadas'], dice: `El ${pack.jornada}, día de la jornada, no está entre los inhábiles`, remedio: 'Agréguelo a «jornadas»' },
    ]), // prettier-ignore
    ...(borrador ? borradorFaltas(pack, statements) : trasladados(statements)),
  ]
}

function repetidos(statements: Ubicado[]): Falta[] {
  const vistos = new Set<string>()
  return statements.flatMap(({ statement: { clave }, ruta }) => {
    const falla = vistos.has(clave)
    vistos.add(clave)
    return probar(ruta, [{ falla, dice: `«${clave}» está dos veces en el programa`, remedio: 'Cambie la clave de una' }])
  })
}

function pruebasDeRegla({ clave, regla }: Statement, actividades: Set<string>): Prueba[] {
  const prueba = contraRegla(regla, actividades)
  return prueba ? [{ falla: true, dice: `${clave}: ${prueba}`, remedio: 'Corrija la regla' }] : []
}

function contraRegla(regla: ReglaPlazo, actividades: Set<string>): string | null {
  if (regla.tipo === 'fecha') return esDia(regla.fecha) ? null : `«${regla.fecha}» no es un día del calendario`
  if (regla.tipo === 'ventana') return contraVentana(regla)
  if (regla.tipo !== 'despues' || regla.de.actividad === null || actividades.has(regla.de.actividad)) return null
  return `cuenta desde la actividad «${regla.de.actividad}», que no existe`
}

function contraVentana({ inicio, fin }: { inicio: string; fin: string }): string | null {
  if (!esDia(inicio) || !esDia(fin)) return 'el plazo empieza o termina en un día que no existe'
  return inicio <= fin ? null : 'el plazo termina antes de empezar'
}

/** A draft is for the election day of its pack, says so of every statement, and nobody confirmed any of it. */
function borradorFaltas({ programa: { borrador, actividades }, jornada }: ProcesoPack, statements: Ubicado[]): Falta[] {
  if (!borrador) return []
  const claves = new Set(statements.map(({ statement }) => statement.clave))
  return [
    ...probar(['programa', 'borrador'], [
      { falla: borrador.jornada !== jornada, en: ['jornada'], dice: `El borrador es de la jornada del ${borrador.jornada}, y la del paquete es el ${jornada}`, remedio: 'Trasládelo a esta jornada' },
      { falla: borrador.confianza !== 'por_confirmar' || !borrador.fuente, dice: 'El borrador no dice que está por confirmar, o su fuente', remedio: 'Escriba "confianza": "por_confirmar" y «fuente»' },
      { falla: !/^[0-9a-f]{64}$/.test(borrador.origen.sha256) || !esDia(borrador.origen.jornada), en: ['origen'], dice: 'El borrador no dice bien de dónde viene', remedio: 'Escriba la jornada y la huella de su origen' },
    ]), // prettier-ignore
    ...probarFilas(['programa', 'actividades'], actividades, ({ clave, confianza }) => [
      { falla: confianza !== 'por_confirmar', en: ['confianza'], dice: `«${clave}» es de un borrador y se da por confirmada`, remedio: 'Use «por_confirmar»' },
    ]), // prettier-ignore
    ...statements.flatMap(({ statement: { clave, traslado }, ruta }) =>
      probar(ruta, [{ falla: traslado?.confianza !== 'por_confirmar', dice: `${clave} no dice cómo llegó a este proceso`, remedio: 'Agregue «traslado»' }]),
    ), // prettier-ignore
    ...probarFilas(['programa', 'borrador', 'decisiones'], borrador.decisiones, ({ statement }) => [
      { falla: !claves.has(statement), dice: `Una decisión es de «${statement}», que no existe`, remedio: 'Quítela, o corrija la clave' },
    ]),
  ]
}

function trasladados(statements: Ubicado[]): Falta[] {
  return statements.flatMap(
    ({ statement: { clave, traslado }, ruta }) =>
    probar(ruta, [
      { falla: traslado !== undefined, en: ['traslado'], dice: `${clave} viene de otro proceso, y el programa no es un borrador`, remedio: 'Agregue «borrador», o quite «traslado»' },
    ]), // prettier-ignore
  )
}
