import type { EntityManager } from 'typeorm'
import {
  escribirIndice,
  type CatalogosIndice,
  type ConsultaPack,
  type ContiendaIndice,
  type EstadisticaPack,
  type FilaIndice,
  type GrupoPack,
} from '@conoceles/domain'
import type { ProcesosService } from '../procesos/index.ts'
import type { CandidaturaDocument } from './candidatura-document.ts'

export const RUTA_INDICE = 'indice'

interface IndiceContext {
  proceso: string
  hoy: string
  grupos: readonly GrupoPack[]
  estadistica?: EstadisticaPack
  consulta?: ConsultaPack
}

type IndiceRow = Omit<FilaIndice, 'edad' | 'salida' | 'contienda' | 'otros'> &
  Omit<ContiendaIndice, 'clave'> & { edad: number | null; desde: string | null; entra: string | null; contienda: string; actores: string[] }

/** From what the public list holds: a name there is a name here, and what left it leaves the index at the same corte. */
const ROWS_SQL = `select id, nombre, apodo, actor, actores, calidad, numero, estatus, contienda, cargo, lugar, distrito, municipio, comunidad,
  "partidoOrigen" ->> 'clave' as "partidoOrigen", sexo, edad, escolaridad, accion_afirmativa as "accionAfirmativa", reserva,
  con_propuestas as "conPropuestas", fotografia is not null as "conFotografia", salida ->> 'desde' as desde, salida #>> '{entra,nombre}' as entra
from publico.candidatura, json_to_record(fila) as dicho (nombre text, apodo text, numero int, lugar text, "partidoOrigen" json, reserva text,
  fotografia text, salida json) order by orden`

/** What lets citizens consult by themselves, by path: the index in the order of `hoy`, and what the pack explains. */
export async function buildConsultas(tx: EntityManager, procesos: ProcesosService, hoy: string): Promise<Record<string, object>> {
  const { clave: proceso, catalogos } = await procesos.proceso(tx)
  const context = { proceso, hoy, ...catalogos }
  return { [RUTA_INDICE]: await buildIndice(tx, context), consulta: explained(context.consulta) }
}

/** The index of the whole proceso, for searching on the device. */
async function buildIndice(tx: EntityManager, context: IndiceContext): Promise<object> {
  const rows = (await tx.query(ROWS_SQL)) as IndiceRow[]
  const rangos = context.estadistica?.edades.rangos ?? []
  const filas = rows.map(({ desde, entra, edad, contienda, cargo, lugar, distrito, municipio, comunidad, actores, ...row }): FilaIndice => {
    const rango = edad === null ? undefined : rangos.find((each) => edad >= each.desde && edad <= (each.hasta ?? Infinity))
    return {
      ...row,
      contienda: { clave: contienda, cargo, lugar, distrito, municipio, comunidad },
      otros: actores.filter((clave) => clave !== row.actor).sort(),
      edad: rango?.clave ?? null,
      salida: desde !== null || entra !== null ? { desde, entra } : null,
    }
  })
  const catalogos = catalogosOf(context)
  return escribirIndice(filas, { ...catalogos, sorteo: filas.length > 0 ? catalogos.sorteo : null })
}

function catalogosOf({ proceso, hoy, grupos, estadistica, consulta }: IndiceContext): CatalogosIndice {
  const orden = consulta?.orden.clave ?? 'boleta'
  return {
    proceso,
    orden,
    sorteo: orden === 'sorteo_diario' ? hoy : null,
    edades: (estadistica?.edades.rangos ?? []).map(({ clave, nombre }) => ({ clave, nombre })),
    escolaridades: escolaridadOf({ estadistica, consulta })?.valores ?? [],
    grupos: grupos.map(({ clave, nombre }) => ({ clave, nombre })),
  }
}

/** The question by whose answers the list is filtered, as the statistics count it. */
export function escolaridadOf({ estadistica, consulta }: Pick<IndiceContext, 'estadistica' | 'consulta'>) {
  return estadistica?.publicas.find(({ clave }) => clave === consulta?.escolaridad)
}

/**
 * The group under which the page says that she was registered. A badge that she authorised herself is not it: what is known of her by her
 * own word stays on her page, where she put it, and nobody lists persons by it.
 */
export function accionAfirmativaDe({ accionAfirmativa, distintivos }: CandidaturaDocument): string | null {
  return accionAfirmativa?.clave ?? distintivos.find(({ origen }) => origen === 'accion_afirmativa')?.grupo ?? null
}

/** What the pack explains to whoever consults. */
function explained(consulta: ConsultaPack | undefined): object {
  return {
    orden: consulta?.orden ?? null,
    funciones: consulta?.funciones ?? [],
    preguntas: consulta?.preguntas ?? [],
  }
}
