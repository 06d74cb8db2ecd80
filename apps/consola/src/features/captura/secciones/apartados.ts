import type { SeccionCaptura } from '../../../api-types.ts'
import type { Cuestionarios } from '../../../shared/captura/cuestionarios.ts'
import { respuestaText } from '../../../shared/captura/respuestas.ts'
import type { Draft } from '../../../shared/guardado/save-queue.ts'

/** Answer to a question that its section no longer asks. */
export interface Apartado {
  campo: string
  /** Null where nobody asks it any more. */
  titulo: string | null
  texto: string
  /** The section that asks it now: where it can still be written, or the one that is closed. */
  ahora: SeccionCaptura | null
}

export function apartadosOf(
  drafts: readonly Draft[],
  { cuestionarios, secciones }: { cuestionarios: Cuestionarios; secciones: readonly SeccionCaptura[] },
): Apartado[] {
  return drafts.flatMap(({ cuestionario, aparte = {} }) => {
    const compiled = cuestionarios.get(cuestionario)?.compiled
    return Object.entries(aparte).map(([campo, respuesta]) => {
      const asking = compiled?.secciones.find(({ campos }) => campos.includes(campo))?.clave
      return {
        campo,
        titulo: compiled?.questions.get(campo)?.title ?? null,
        texto: respuestaText(respuesta),
        ahora: secciones.find((each) => each.cuestionario === cuestionario && each.clave === asking) ?? null,
      }
    })
  })
}
