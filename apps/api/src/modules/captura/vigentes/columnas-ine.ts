import { preguntaDe, seccionesDe, type CompiledCuestionario } from '@conoceles/cuestionarios'
import type { PreguntaIne } from '@conoceles/domain'
import type { Vigente } from './vigentes.ts'

/** The questions of the versions in force that have a column in the INE's workbook, in the order of their pages; each once. */
export function preguntasEnLibro(vigentes: readonly Vigente[]): PreguntaIne[] {
  const all = vigentes.flatMap(({ row, compiled }) =>
    seccionesDe(compiled).flatMap(({ clave: seccion, campos }) =>
      campos.flatMap((clave) => toPregunta(compiled, { clave, seccion, cuestionario: row.tipo })),
    ),
  )
  return all.filter(
    ({ cuestionario, clave }, at) => all.findIndex((each) => each.cuestionario === cuestionario && each.clave === clave) === at,
  )
}

function toPregunta(compiled: CompiledCuestionario, place: Pick<PreguntaIne, 'clave' | 'seccion' | 'cuestionario'>): PreguntaIne[] {
  const question = preguntaDe(compiled, place.clave)
  const columna = question?.['x-columnaIne']
  if (!question || columna === undefined) return []
  const { type: tipo, items, enum: opciones, hosts } = question
  return [{ ...place, columna, tipo, opciones: opciones ?? items?.enum ?? null, hosts: hosts ?? null }]
}
