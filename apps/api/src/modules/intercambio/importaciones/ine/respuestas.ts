import { randomUUID } from 'node:crypto'
import { checkRespuestas, cleanRespuestas, faltantesDe, seccionesDe, type Respuestas } from '@conoceles/cuestionarios'
import type { EstatusSeccion, FilaResuelta } from '@conoceles/domain'
import { merged } from '@conoceles/domain/typed'
import type { AltaIdentidad, Vigente } from '../../../captura/index.ts'
import type { SeccionNueva } from './respuestas.queries.ts'

/** The answers of one row, section by section. */
export interface SeccionLeida {
  vigente: Vigente
  clave: string
  campos: readonly string[]
  respuestas: Respuestas
  estatus: EstatusSeccion
  /** Faults that the cuestionario finds in them; they are kept all the same. */
  reparos: { campo: string; razones: string[] }[]
}

/** Judges them as the engine would, but refuses nothing: an answer that it would not take stays, and is told. */
export function leerSecciones({ respuestas }: FilaResuelta, vigentes: readonly Vigente[]): SeccionLeida[] {
  return vigentes.flatMap((vigente) => {
    const { tipo } = vigente.row
    const todas = respuestas[tipo]
    const touched = new Set(respuestas.capturadas.filter(({ cuestionario }) => cuestionario === tipo).map(({ seccion }) => seccion))
    return seccionesDe(vigente.compiled)
      .filter(({ clave }) => touched.has(clave))
      .map(({ clave, campos }) => judge(vigente, { clave, campos, todas }))
  })
}

function judge(vigente: Vigente, { clave, campos, todas }: { clave: string; campos: readonly string[]; todas: Respuestas }): SeccionLeida {
  const { compiled } = vigente
  const own = Object.fromEntries(Object.entries(todas).filter(([campo]) => campos.includes(campo)))
  const cleaned = cleanRespuestas(compiled, clave, own, todas)
  const hidden = Object.keys(own).filter((campo) => !Object.hasOwn(cleaned, campo))
  const errors = checkRespuestas(compiled, clave, own, todas)
  const reparos = [
    ...errors.map(({ field, reasons }) => ({ campo: field, razones: reasons })),
    ...hidden.map((campo) => ({ campo, razones: ['No se pregunta a quien respondió así lo demás.'] })),
  ]
  const missing = faltantesDe(compiled, clave, own, todas).length + reparos.length
  const begun: EstatusSeccion = Object.keys(own).length === 0 ? 'vacia' : 'en_captura'
  const estatus = missing === 0 ? 'completa' : begun
  return { vigente, clave, campos, respuestas: { ...own, ...cleaned }, estatus, reparos }
}

export function toSeccion(candidaturaId: string, { vigente, clave, estatus, respuestas }: SeccionLeida): SeccionNueva {
  const curricular = vigente.row.tipo === 'curricular'
  return { id: randomUUID(), candidaturaId, cuestionarioId: vigente.row.id, clave, estatus, respuestas: curricular ? respuestas : null }
}

/** Null when the row brings none of identity. */
export function toIdentidad(candidaturaId: string, secciones: readonly SeccionLeida[]): AltaIdentidad | null {
  const own = secciones.filter(({ vigente }) => vigente.row.tipo === 'identidad')
  const [first] = own
  if (!first) return null
  const respuestas = merged(own.map((seccion) => seccion.respuestas))
  return { candidaturaId, cuestionarioId: first.vigente.row.id, preguntas: own.flatMap(({ campos }) => campos), respuestas }
}
