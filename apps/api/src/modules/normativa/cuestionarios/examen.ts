import {
  compare,
  completarTraslados,
  faults,
  readCuestionario,
  seccionesIntactas,
  shapeFaults,
  trasladoFaults,
  type CompiledCuestionario,
  type Diferencia,
  type Falla,
  type Traslados,
} from '@conoceles/cuestionarios'
import { columnasDeRespuestas, esParaCargo, type GrupoPack } from '@conoceles/domain'
import type { Cuestionario } from '../../captura/index.ts'
import type { Borrador } from './borrador.entity.ts'

/** Versions that a draft replaces, and facts of the proceso for its rules. */
export interface Alrededor {
  /** Ids of the versions that its cargos answer today; null where none. */
  bases: readonly (string | null)[]
  base: { row: Cuestionario; compiled: CompiledCuestionario } | null
  grupos: readonly GrupoPack[]
}

/** A draft looked at from every side; recomputed whenever it is read, never stored. */
export interface Examen {
  fallas: Falla[]
  diferencias: Diferencia[]
  traslados: Traslados
  intactas: string[]
}

type Draft = Pick<Borrador, 'tipo' | 'titulo' | 'schema' | 'uischema' | 'traslados'>

export function examinar(draft: Draft, { base, grupos }: Alrededor): Examen {
  const doc = { ...draft, version: 0 }
  const fallas = [...titleFaults(draft), ...faults(doc)]
  const nueva = readCuestionario(doc)
  const own = [...fallas, ...questionFaults(draft, { nueva, grupos })]
  if (!base) return { fallas: own, diferencias: [], traslados: {}, intactas: [] }
  const traslados = completarTraslados(base.compiled, nueva, draft.traslados)
  return {
    fallas: [...own, ...trasladoFaults(base.compiled, nueva, traslados)],
    diferencias: compare(base.compiled, nueva),
    traslados,
    intactas: [...seccionesIntactas(base.compiled, nueva, traslados)],
  }
}

/** Faults of a shape that no editor writes; with none it can be kept, be it full of contradictions. */
export function formaInvalida({ schema, uischema }: Pick<Draft, 'schema' | 'uischema'>): string[] {
  return shapeFaults({ schema, uischema })
}

/** Cargos of the proceso that a draft or a version is for. */
export function cargosDe(row: Pick<Borrador, 'cargos'>, cargos: readonly string[]): string[] {
  return cargos.filter((clave) => esParaCargo(row, clave))
}

function titleFaults({ titulo }: Draft): Falla[] {
  return titulo.trim() === '' ? [{ seccion: null, campo: null, razon: 'el cuestionario no tiene título' }] : []
}

/**
 * Faults of a question that only the proceso can judge: its group, its column of the workbook, and that identity is never public by itself.
 */
function questionFaults({ tipo }: Draft, { nueva, grupos }: { nueva: CompiledCuestionario; grupos: readonly GrupoPack[] }): Falla[] {
  return nueva.secciones.flatMap(({ clave: seccion, campos }) =>
    campos.flatMap((campo) => {
      const { 'x-grupo': grupo, 'x-columnaIne': columna, 'x-publico': publico } = nueva.questions.get(campo) ?? {}
      const razones = [
        ...(grupo === undefined || grupos.some(({ clave }) => clave === grupo)
          ? []
          : [`«${campo}» declara el grupo «${grupo}», que no existe`]),
        ...(columna === undefined || isColumna(tipo, columna) ? [] : [`«${campo}» va a la columna «${columna}», que no está en el libro del INE`]), // prettier-ignore
        ...(tipo === 'identidad' && publico === true
          ? [`«${campo}» no puede ser pública: las respuestas de identidad no se publican`]
          : []),
      ]
      return razones.map((razon) => ({ seccion, campo, razon }))
    }),
  )
}

function isColumna(cuestionario: Cuestionario['tipo'], columna: string): boolean {
  const pregunta = { cuestionario, columna, clave: '', seccion: '', tipo: 'string' as const, opciones: null, hosts: null }
  return columnasDeRespuestas([pregunta]).some(({ preguntas }) => preguntas.length > 0)
}
