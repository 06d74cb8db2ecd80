import type { CompiledCuestionario, Respuestas } from '@conoceles/cuestionarios'
import type { OtraCandidatura } from '../../../../api-types.ts'
import { isBlank } from '../../../../shared/captura/respuestas.ts'

/** Answers of another candidatura that fill blank questions of a section. */
export interface Copia {
  otra: OtraCandidatura
  respuestas: Respuestas
}

interface Destino {
  compiled: CompiledCuestionario
  clave: string
  respuestas: Respuestas
}

/** Answers that each other candidatura offers to a section; those without any are absent. An answer that is there is never replaced. */
export function copiasDe(otras: readonly OtraCandidatura[], { compiled, clave, respuestas }: Destino): Copia[] {
  const campos = compiled.secciones.find((seccion) => seccion.clave === clave)?.campos ?? []
  const blank = campos.filter((campo) => isBlank(respuestas[campo]))
  return otras.flatMap((otra) => {
    const given = otra.secciones.find((seccion) => seccion.clave === clave)?.respuestas ?? {}
    const offered = Object.entries(given).filter(([campo, valor]) => blank.includes(campo) && !isBlank(valor))
    return offered.length > 0 ? [{ otra, respuestas: Object.fromEntries(offered) }] : []
  })
}
