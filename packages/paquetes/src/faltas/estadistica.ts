import { razonesContraEstadistica, type ProcesoPack } from '@conoceles/domain'
import { probar, probarFilas, type Falta, type Prueba } from '../falta.ts'
import { preguntasDe } from './cuestionarios.ts'

/** Faults of a pack's statistics: rules that would not protect, sources, and questions that are not counted whole. */
export function faltasDeEstadistica({ estadistica, cuestionarios, grupos }: ProcesoPack): Falta[] {
  const { minimo, cortes, tablas, publicas, edades } = estadistica
  const opcionesDe = (tipo: string) => {
    const preguntas = cuestionarios.filter((each) => each.tipo === tipo).flatMap(preguntasDe)
    return new Map(preguntas.map(([campo, { enum: opciones }]) => [campo, (opciones ?? []) as string[]]))
  }
  const curricular = opcionesDe('curricular')
  const identidad = opcionesDe('identidad')
  return [
    ...razonesContraEstadistica(estadistica).map((razon) => ({ ruta: ['estadistica'], dice: razon.replace(/\.$/, ''), remedio: 'Corrija la regla' })),
    ...probar(['estadistica', 'minimo'], [sinFuente(minimo.fuente)]),
    ...probar(['estadistica', 'edades'], [sinFuente(edades.fuente)]),
    ...probarFilas(['estadistica', 'cortes'], cortes, ({ fuente }) => [sinFuente(fuente)]),
    ...probarFilas(['estadistica', 'publicas'], publicas, ({ clave, pregunta, valores, fuente }) => [
      sinFuente(fuente),
      { ...noCuenta(clave), falla: curricular.get(pregunta)?.join() !== valores.join() },
    ]),
    ...probarFilas(['estadistica', 'tablas'], tablas, ({ clave, pregunta, grupo, respuestas, fuente }) => [
      sinFuente(fuente),
      { ...noCuenta(clave), falla: sorted(identidad.get(pregunta) ?? []) !== sorted(respuestas.flatMap(({ valores }) => valores)) },
      {
        falla: grupo !== null && !grupos.some((each) => each.clave === grupo && each.pregunta === pregunta),
        en: ['grupo'],
        dice: `El grupo de la tabla «${clave}» no es el de su pregunta`,
        remedio: 'Use el grupo que grupos.json da a esa pregunta, o null',
      },
    ]),
  ] // prettier-ignore
}

function sorted(values: readonly string[]): string {
  return [...values].sort().join()
}

function noCuenta(clave: string): Omit<Prueba, 'falla'> {
  return {
    en: ['pregunta'],
    dice: `La tabla «${clave}» no cuenta todas las respuestas de su pregunta`,
    remedio: 'Escriba las mismas opciones que la pregunta del cuestionario',
  }
}

function sinFuente(fuente: string): Prueba {
  return { falla: !fuente, dice: 'Este dato no dice su fuente', remedio: 'Escríbala en «fuente»' }
}
