import { cleanLine } from '@conoceles/domain'
import type { ActorPolitico } from '../../proceso/index.ts'
import type { Diferencia } from './cambio.entity.ts'
import type { Datos } from './pedido.ts'
import type { LugarRow } from './cambios.queries.ts'

const TEXTS = ['nombre', 'primerApellido', 'segundoApellido', 'apodo'] as const
const OF_PERSONA = [...TEXTS, 'sexo', 'fechaNacimiento'] as const
const OF_CANDIDATURA = ['accionAfirmativa', 'eleccionConsecutiva'] as const

type Corregible = Pick<LugarRow, (typeof OF_PERSONA)[number] | (typeof OF_CANDIDATURA)[number]>

/** Values that a correction writes, and the difference that it keeps. */
export interface Correccion {
  diferencias: Diferencia[]
  /** All correctable facts, as they stay. */
  despues: Corregible & { edadDeclarada: number | null }
  persona: Partial<Corregible> & { edadDeclarada?: null }
  candidatura: Partial<Corregible> & { partidoOrigenId?: string | null }
  /** Only when the accounts that capture become those of another actor político. */
  responsableId?: string
}

/** Compares the registered facts with the given ones; absent ones stay. */
export function corregir(row: LugarRow, datos: Datos, postula: ActorPolitico): Correccion {
  const said = clean(datos)
  const changes = (fields: readonly (keyof Corregible)[]) =>
    Object.fromEntries(
      fields.filter((field) => said[field] !== undefined && said[field] !== row[field]).map((field) => [field, said[field]]),
    )
  const persona = changes(OF_PERSONA) as Correccion['persona']
  const candidatura = changes(OF_CANDIDATURA) as Correccion['candidatura']
  const partido = partidoOf(row, datos, postula)
  const fields = [...OF_PERSONA, ...OF_CANDIDATURA].filter((field) => field in persona || field in candidatura)
  // An age that a source declared says nothing beside the day of birth.
  const aged = 'fechaNacimiento' in persona ? { edadDeclarada: null } : {}
  return {
    diferencias: [
      ...fields.map((campo) => ({ campo, antes: toText(row[campo]), despues: toText(said[campo] ?? null) })),
      ...partido.diferencias,
    ],
    despues: { ...row, ...persona, ...candidatura, ...aged },
    persona: { ...persona, ...aged },
    candidatura: { ...candidatura, ...partido.candidatura },
    ...partido.responsable,
  }
}

function clean(datos: Datos): Partial<Corregible> {
  const texts = TEXTS.filter((field) => datos[field] !== undefined).map((field) => [
    field,
    datos[field] && (cleanLine(datos[field]) || null),
  ])
  return { ...datos, ...Object.fromEntries(texts) } as Partial<Corregible>
}

interface PartidoCorregido {
  diferencias: Diferencia[]
  candidatura?: { partidoOrigenId: string | null }
  responsable?: { responsableId: string }
}

/** Another party of origin means other accounts. */
function partidoOf(row: LugarRow, { partidoOrigen }: Datos, postula: ActorPolitico): PartidoCorregido {
  if (partidoOrigen === undefined) return { diferencias: [] }
  const { id, clave } = partidoOrigen ?? { id: null, clave: null }
  if (clave === row.partidoOrigen) return { diferencias: [] }
  const responsableId = id ?? postula.id
  return {
    diferencias: [{ campo: 'partidoOrigen', antes: row.partidoOrigen, despues: clave }],
    candidatura: { partidoOrigenId: id },
    ...(responsableId === row.responsableId ? {} : { responsable: { responsableId } }),
  }
}

function toText(value: string | boolean | null): string | null {
  return typeof value === 'boolean' ? (value ? 'Sí' : 'No') : value
}
